import { and, asc, eq, gte, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import { partners } from '../../partners/schema.ts'
import { type Later, NOT_YET, type Reached, reachedOf } from '../rules/funnel.ts'
import { type Referral, referrals } from '../schema.ts'

type Row = { id: string } & Record<keyof Later, string | null>

/** What the companies of referrals did since they agreed, by referral. The database tells a partner of its own, the desk of all. */
async function laterSteps(tx: Tx, now: Date): Promise<Map<string, Later>> {
  const { rows } = await tx.execute<Row>(sql`select * from app_referral_steps(${now})`)
  const date = (text: string | null) => (text === null ? null : new Date(text))
  return new Map(
    rows.map(({ id, challenge, project, published, applied, contract }) => [
      id,
      {
        ...{ challenge: date(challenge), project: date(project), published: date(published) },
        ...{ applied: date(applied), contract: date(contract) },
      },
    ]),
  )
}

/** How far some referrals came, in the same order. */
export async function reachedBy(tx: Tx, rows: readonly Referral[], now: Date): Promise<Reached[]> {
  const later = await laterSteps(tx, now)
  return rows.map((row) => reachedOf(row, later.get(row.id) ?? NOT_YET))
}

/** For the desk: what companies of each partner agreed to and did not take back, with how far each is. */
export async function agreedByPartner(tx: Tx, now: Date) {
  const rows = await tx
    .select({ referral: referrals, partner: partners.name })
    .from(referrals)
    .innerJoin(partners, eq(partners.id, referrals.partnerId))
    .where(and(isNotNull(referrals.consentedAt), isNull(referrals.revokedAt), gte(referrals.until, today(now))))
    .orderBy(asc(partners.name), asc(partners.id))
  const later = await laterSteps(tx, now)
  return [...Map.groupBy(rows, ({ referral }) => referral.partnerId)].map(([id, own]) => ({
    ...{ id, partner: own[0]!.partner, referrals: own.map(({ referral }) => referral) },
    reached: own.map(({ referral }) => reachedOf(referral, later.get(referral.id) ?? NOT_YET)),
  }))
}
