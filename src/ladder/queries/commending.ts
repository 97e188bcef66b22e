import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { addressesOf } from '../../accounts/queries.ts'
import { consents, people } from '../../accounts/schema.ts'
import { companyKeys } from '../../companies/rules/keys.ts'
import type { Tx } from '../../lib/db.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { type Partner, partners } from '../../partners/schema.ts'
import { talents } from '../../talents/schema.ts'
import { alumniOf, bondsOf, live, NAMED, within } from '../queries.ts'
import { type Commended, remindUntilOf, standingOf } from '../rules/commending.ts'
import type { Alumnus } from '../rules/sharing.ts'
import { stepsOf } from '../rules/steps.ts'
import { commendations } from '../schema.ts'

const to = alias(partners, 'commended_to')
const from = alias(partners, 'commended_from')

/**
 * Whether a partner is somebody's employer, or has to do with a firm from which that person hides. By the names and the mail domains
 * of the partner's own people; the answer is the database's, because nobody may read who hides from whom.
 */
async function nearEmployer(tx: Tx, secrets: Secrets, partner: Pick<Partner, 'id' | 'name'>) {
  const domains = (await addressesOf(tx, partner.id)).map(({ email }) => email)
  const keys = companyKeys({ name: partner.name, domains }).map((key) => secrets.hash(key, 'company'))
  return (account: typeof consents.accountId | typeof commendations.accountId) =>
    sql<boolean>`app_is_near_employer(${account}, ${partner.id}::uuid, ${sql.param(keys)}::text[])`
}

/** The partners to which this one may commend somebody: all others. */
export async function otherPartners(tx: Tx, partnerId: string): Promise<Partner[]> {
  const rows = await tx.select().from(partners).orderBy(asc(partners.prefecture), asc(partners.name), asc(partners.id))
  return rows.filter(({ id }) => id !== partnerId)
}

/** Whom a partner asked about, and how far that is; what was answered is not among it. */
export async function commendedBy(tx: Tx, partnerId: string, now: Date): Promise<Commended[]> {
  const { accountId, askedAt, answerUntil, answeredAt } = commendations
  const rows = await tx
    .select({ id: commendations.id, accountId, askedAt, answerUntil, answeredAt, to: to.name })
    .from(commendations)
    .innerJoin(to, eq(to.id, commendations.toPartnerId))
    .where(eq(commendations.fromPartnerId, partnerId))
    .orderBy(desc(askedAt), asc(commendations.id))
    .limit(50)
  return rows.map(({ answerUntil, answeredAt, ...row }) => ({
    ...row,
    standing: standingOf({ answerUntil, answeredAt }, now),
  }))
}

/** What somebody is asked now: nothing about a partner that is, or is close to, their employer. For the person alone. */
export async function questionsTo(tx: Tx, accountId: string, secrets: Secrets, now: Date) {
  const { id, words, answerUntil, version } = commendations
  const rows = await tx
    .select({ id, words, answerUntil, version, to, from })
    .from(commendations)
    .innerJoin(to, eq(to.id, commendations.toPartnerId))
    .innerJoin(from, eq(from.id, commendations.fromPartnerId))
    .where(and(eq(commendations.accountId, accountId), isNull(commendations.answeredAt), gt(answerUntil, now)))
    .orderBy(asc(commendations.askedAt), asc(id))
  const open = []
  for (const row of rows) {
    const near = await nearEmployer(tx, secrets, row.to)
    const [apart] = await tx
      .select({ near: near(commendations.accountId) })
      .from(commendations)
      .where(eq(id, row.id))
    if (apart && !apart.near) open.push(row)
  }
  return open
}

/** Questions without an answer whose last day is near. For the program. */
export async function lapsingSoon(tx: Tx, now: Date): Promise<string[]> {
  const { id, answeredAt, answerUntil } = commendations
  const rows = await tx
    .select({ id })
    .from(commendations)
    .where(and(isNull(answeredAt), gt(answerUntil, now), lte(answerUntil, remindUntilOf(now))))
    .orderBy(asc(answerUntil), asc(id))
  return rows.map((row) => row.id)
}

/** Who knows of somebody by a commendation, and what; whether their employer question is answered. */
export async function commendedSharing(tx: Tx, accountId: string, now: Date) {
  const shared = await tx
    .select({ id: commendations.id, fields: consents.fields, until: consents.until, to: to.name, from: from.name })
    .from(consents)
    .innerJoin(commendations, eq(commendations.id, consents.subjectId))
    .innerJoin(to, eq(to.id, commendations.toPartnerId))
    .innerJoin(from, eq(from.id, commendations.fromPartnerId))
    .where(and(eq(consents.accountId, accountId), eq(consents.purpose, 'region'), live(now)))
    .orderBy(desc(consents.givenAt), asc(consents.id))
  const [talent] = await tx
    .select({ id: talents.id })
    .from(talents)
    .where(and(eq(talents.accountId, accountId), isNotNull(talents.employerAnsweredAt)))
  return { shared, saidEmployer: talent !== undefined }
}

/**
 * 地域の仲間 of a partner: who lets it know their name, and who lets it after another partner asked them, with the steps in the area of
 * that one. A person stands there once.
 */
export async function allAlumniOf(tx: Tx, partner: Partner, secrets: Secrets, now: Date): Promise<Alumnus[]> {
  const own = await alumniOf(tx, partner.id, partner, now)
  const near = await nearEmployer(tx, secrets, partner)
  const rows = await tx
    .select({ ...NAMED, from })
    .from(consents)
    .innerJoin(commendations, eq(commendations.id, consents.subjectId))
    .innerJoin(from, eq(from.id, commendations.fromPartnerId))
    .innerJoin(people, eq(people.accountId, consents.accountId))
    .leftJoin(talents, eq(talents.accountId, consents.accountId))
    .where(
      and(
        ...[eq(consents.recipientId, partner.id), eq(consents.purpose, 'region'), live(now)],
        ...[sql`'name' = any(${consents.fields})`, sql`not ${near(consents.accountId)}`],
      ),
    )
    .orderBy(asc(people.familyKana), asc(people.familyName), asc(people.accountId), asc(consents.givenAt))
  const known = new Set(own.map(({ accountId }) => accountId))
  const commended = rows.filter(({ accountId }) => !known.has(accountId) && known.add(accountId))
  const bonds = await bondsOf(
    tx,
    commended.map(({ accountId }) => accountId),
  )
  const told = commended.map(({ from, ...row }) => ({
    ...{ ...row, from: from.name },
    taken: stepsOf(within(bonds.get(row.accountId) ?? new Map(), from)),
  }))
  return [...own, ...told]
}

/** How many let a partner count them, or know their name, after another one asked: as of the beginning of the month. */
export async function countedCommended(tx: Tx, partner: Partner, secrets: Secrets, monthStart: Date): Promise<number> {
  const near = await nearEmployer(tx, secrets, partner)
  const rows = await tx
    .selectDistinct({ accountId: consents.accountId })
    .from(consents)
    .where(
      and(
        ...[eq(consents.recipientId, partner.id), eq(consents.purpose, 'region'), lt(consents.givenAt, monthStart)],
        or(isNull(consents.revokedAt), gte(consents.revokedAt, monthStart)),
        or(isNull(consents.until), gt(consents.until, monthStart)),
        sql`not ${near(consents.accountId)}`,
      ),
    )
  return rows.length
}
