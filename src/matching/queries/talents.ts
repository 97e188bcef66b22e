import { and, asc, eq, gt, inArray, isNull, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { memberships } from '../../accounts/schema.ts'
import { companyKeys } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { blocks } from '../../messages/schema.ts'
import { seeks, stateOf } from '../../talents/rules/visible.ts'
import { employerBlocks, talentCodes, talents, ties } from '../../talents/schema.ts'
import { currentOfTalent } from '../rules/current.ts'
import { NO_ANSWERS, NO_RECORD, type TalentFacts } from '../rules/facts.ts'
import { usualOf } from '../rules/usual.ts'
import { type Confirmed, confirmedWork, talentAnswers, talentRecords } from './records.ts'
import { usualNow } from './usual.ts'

/** What matching knows of these people, as far as the reader may see their profiles. Nothing of their work so far. */
export function talentProfiles(tx: Tx, ids: readonly string[]): Promise<TalentFacts[]> {
  return ids.length === 0 ? Promise.resolve([]) : profilesWhere(tx, inArray(talents.id, [...ids]))
}

/** Somebody's own profile as matching reads it. */
export async function ownTalentFacts(tx: Tx, accountId: string): Promise<TalentFacts | undefined> {
  const [own] = await profilesWhere(tx, eq(talents.accountId, accountId))
  return own
}

/** For the program: the next people after an id with all that counts; at most `limit`. */
export async function talentsAfter(tx: Tx, after: string | null, limit: number, now: Date): Promise<TalentFacts[]> {
  const found = await profilesWhere(tx, after === null ? undefined : gt(talents.id, after), limit)
  return withWork(tx, found, now)
}

/** For the program: these people with all that counts. Who is gone is missing. */
export async function talentsWithWork(tx: Tx, ids: readonly string[], now: Date): Promise<TalentFacts[]> {
  return withWork(tx, await talentProfiles(tx, ids), now)
}

async function profilesWhere(tx: Tx, which: SQL | undefined, limit?: number): Promise<TalentFacts[]> {
  const query = tx.select().from(talents).where(which).orderBy(asc(talents.id))
  const rows = await (limit === undefined ? query : query.limit(limit))
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const inOrder = [asc(talentCodes.position), asc(talentCodes.code)]
  const allCodes = await tx
    .select()
    .from(talentCodes)
    .where(inArray(talentCodes.talentId, ids))
    .orderBy(...inOrder)
  const allTies = await tx.select().from(ties).where(inArray(ties.talentId, ids)).orderBy(asc(ties.id))
  const codes = Map.groupBy(allCodes, ({ talentId }) => talentId)
  const bonds = Map.groupBy(allTies, ({ talentId }) => talentId)
  return rows.map(({ id, headline, about, prefecture, hours, fee, style, motives, industries, ...dates }) => ({
    ...{ id, headline, about, prefecture, hours, fee, style, motives, industries },
    visible: stateOf(dates) === 'visible',
    seeks: seeks(dates),
    publishedAt: dates.publishedAt,
    codes: currentOfTalent(
      (codes.get(id) ?? []).map(({ code, level, years, evidence }) => ({
        code,
        level,
        years,
        evidence,
        confirmed: false,
      })),
    ),
    ties: (bonds.get(id) ?? []).map(({ kind, prefecture, municipality, lastYear }) => ({
      kind,
      prefecture,
      municipality,
      lastYear,
    })),
    record: NO_RECORD,
    answers: NO_ANSWERS,
  }))
}

/** Adds what came of their work: counts only, which the reader of a proposal could not see row by row. */
export async function withWork(tx: Tx, profiles: readonly TalentFacts[], now: Date): Promise<TalentFacts[]> {
  const ids = profiles.map(({ id }) => id)
  if (ids.length === 0) return []
  const records = await talentRecords(tx, ids)
  const answers = await talentAnswers(tx, ids, now)
  const usual = await usualNow(tx)
  const confirmed: Confirmed = await confirmedWork(tx, ids)
  return profiles.map((profile) => ({
    ...profile,
    codes: profile.codes.map((code) => ({ ...code, confirmed: confirmed.get(profile.id)?.has(code.code) ?? false })),
    record: { ...(records.get(profile.id) ?? NO_RECORD), usual: usualOf(usual?.talents, profile.codes[0]?.code) },
    answers: answers.get(profile.id) ?? NO_ANSWERS,
  }))
}

/**
 * For the program: who must not be shown to which company: whoever works there or named it as one to hide from, the two of whom
 * one closed every way to the other, and whoever acts for the company itself. All pairs, or those of some people or companies.
 */
export async function hiddenPairs(tx: Tx, of: { talents?: readonly string[]; companies?: readonly string[] } = {}) {
  const people = of.talents && [...of.talents]
  const firms = of.companies && [...of.companies]
  const { talentId, keyHash } = employerBlocks
  const blocked = await tx
    .selectDistinct({ talentId, companyId: companyKeys.companyId })
    .from(employerBlocks)
    .innerJoin(companyKeys, eq(companyKeys.keyHash, keyHash))
    .where(and(people && inArray(talentId, people), firms && inArray(companyKeys.companyId, firms)))
  const apart = await tx
    .selectDistinct({ talentId: blocks.talentId, companyId: blocks.companyId })
    .from(blocks)
    .where(
      and(
        isNull(blocks.liftedAt),
        people && inArray(blocks.talentId, people),
        firms && inArray(blocks.companyId, firms),
      ),
    )
  const own = await tx
    .select({ talentId: talents.id, companyId: memberships.organisationId })
    .from(talents)
    .innerJoin(memberships, and(eq(memberships.accountId, talents.accountId), isNull(memberships.until)))
    .where(and(people && inArray(talents.id, people), firms && inArray(memberships.organisationId, firms)))
  return [...blocked, ...apart, ...own]
}

/**
 * For the program: these companies and all that are known by something that one of them is known by. What one of a group becomes
 * known by, the others become known by in the same moment (`app_join_keys`), and history tells of the one alone.
 */
export async function sharingKeys(tx: Tx, companies: readonly string[]): Promise<string[]> {
  const others = alias(companyKeys, 'others')
  const rows = await tx
    .selectDistinct({ id: others.companyId })
    .from(companyKeys)
    .innerJoin(others, eq(others.keyHash, companyKeys.keyHash))
    .where(inArray(companyKeys.companyId, [...companies]))
  return [...new Set([...companies, ...rows.map(({ id }) => id)])]
}
