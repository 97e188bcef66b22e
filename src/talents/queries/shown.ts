import { and, asc, eq, exists, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { fullName } from '../../accounts/rules.ts'
import { consents, people } from '../../accounts/schema.ts'
import { applications } from '../../applications/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { type ApplicantProfile, applicantOf, cardOf, type TalentCardData } from '../rules/card.ts'
import { type TalentCode, talentCodes, talents, ties } from '../schema.ts'

/** The twin in SQL of `isVisible`. */
export const visible = and(
  isNotNull(talents.publishedAt),
  isNull(talents.hiddenAt),
  isNotNull(talents.employerAnsweredAt),
  inArray(talents.availability, ['now', 'talk']),
)!

/**
 * The person does not hide from this company. Asked of the database's own function, because nobody may read the lists
 * themselves; part of the query, so that it holds for jobs, which no policy stops.
 */
export function notHiddenFrom(companyId: string) {
  return sql<boolean>`not app_is_hidden(${talents.id}, ${companyId}::uuid)`
}

/** The desk has made sure that this company exists. Part of the query for the same reason. */
function isVerified(companyId: string) {
  return sql<boolean>`app_is_verified(${companyId}::uuid)`
}

/** May the company be told anything of people who did not turn to it? */
export async function isKnown(tx: Tx, companyId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ known: boolean }>(sql`select ${isVerified(companyId)} as known`)
  return rows[0]!.known
}

/** The cards of these people that the company may see, in no particular order. */
export async function talentsForCompany(
  tx: Tx,
  companyId: string,
  talentIds: readonly string[],
): Promise<TalentCardData[]> {
  if (talentIds.length === 0) return []
  return cardsWhere(
    tx,
    and(inArray(talents.id, [...talentIds]), visible, isVerified(companyId), notHiddenFrom(companyId))!,
  )
}

/** The cards of the people for whom `which` holds: it has to say who of them may be seen. */
export async function cardsWhere(tx: Tx, which: SQL): Promise<TalentCardData[]> {
  const { id, headline, prefecture, hours, fee } = talents
  const rows = await tx.select({ id, headline, prefecture, hours, fee }).from(talents).where(which)
  const all = await codesOf(
    tx,
    rows.map((row) => row.id),
  )
  const codes = Map.groupBy(all, ({ talentId }) => talentId)
  return rows.map((row) => cardOf({ ...row, codes: codes.get(row.id) ?? [] }))
}

/** The card of one person; undefined for whoever hides from the company as for whoever does not exist. */
export async function talentForCompany(
  tx: Tx,
  companyId: string,
  talentId: string,
): Promise<TalentCardData | undefined> {
  const [card] = await talentsForCompany(tx, companyId, [talentId])
  return card
}

/** What a company may know of somebody whose application to it is under way or over; undefined when there is none. */
export async function applicantForCompany(
  tx: Tx,
  companyId: string,
  talentId: string,
): Promise<ApplicantProfile | undefined> {
  const applied = tx
    .select({ one: sql`1` })
    .from(applications)
    .where(
      and(
        eq(applications.talentId, talents.id),
        eq(applications.companyId, companyId),
        isNotNull(applications.sentAt),
        isNull(applications.withdrawnAt),
      ),
    )
  const [talent] = await tx
    .select()
    .from(talents)
    .where(and(eq(talents.id, talentId), exists(applied), notHiddenFrom(companyId)))
  if (!talent) return undefined
  const codes = await codesOf(tx, [talent.id])
  const bonds = await tx.select().from(ties).where(eq(ties.talentId, talent.id)).orderBy(asc(ties.kind), asc(ties.id))
  return applicantOf({ ...talent, codes, ties: bonds }, await nameFor(tx, companyId, talent.accountId))
}

/** The name, once its owner agreed that this company may know it. */
async function nameFor(tx: Tx, companyId: string, accountId: string): Promise<string | null> {
  const agreed = tx
    .select({ one: sql`1` })
    .from(consents)
    .where(
      and(
        eq(consents.accountId, people.accountId),
        eq(consents.recipientId, companyId),
        inArray(consents.purpose, ['application', 'contract']),
        isNull(consents.revokedAt),
      ),
    )
  const [person] = await tx
    .select({ familyName: people.familyName, givenName: people.givenName })
    .from(people)
    .where(and(eq(people.accountId, accountId), exists(agreed)))
  return person ? fullName(person) : null
}

async function codesOf(tx: Tx, talentIds: readonly string[]): Promise<TalentCode[]> {
  if (talentIds.length === 0) return []
  return tx
    .select()
    .from(talentCodes)
    .where(inArray(talentCodes.talentId, [...talentIds]))
    .orderBy(asc(talentCodes.position), asc(talentCodes.code))
}
