import { and, asc, desc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import { partners } from '../../partners/schema.ts'
import type { EndedReferral, WaitingReferral } from '../rules/slip.ts'
import { type Referral, referrals } from '../schema.ts'

const live = (now: Date) => or(isNull(referrals.consentedAt), gte(referrals.until, today(now)))

/** The slips of a partner that were neither refused nor taken back and whose time has not run out, the newest first. */
export async function referralsOfPartner(tx: Tx, partnerId: string, now: Date): Promise<Referral[]> {
  return tx
    .select()
    .from(referrals)
    .where(goesOnWith(partnerId, now))
    .orderBy(desc(referrals.openedAt), desc(referrals.number))
}

export async function referralOfPartner(tx: Tx, partnerId: string, id: string, now: Date) {
  const [row] = await tx
    .select()
    .from(referrals)
    .where(and(eq(referrals.id, id), goesOnWith(partnerId, now)))
  return row
}

function goesOnWith(partnerId: string, now: Date) {
  const { declinedAt, revokedAt } = referrals
  return and(eq(referrals.partnerId, partnerId), isNull(declinedAt), isNull(revokedAt), live(now))
}

/** What the partner still hears of slips that ended: number, how, and when. The database itself gives no more. */
export async function endedReferrals(tx: Tx, now: Date): Promise<EndedReferral[]> {
  const { rows } = await tx.execute<{ number: number; opened_at: string; ended_as: string; ended_at: string }>(
    sql`select * from app_ended_referrals(${now}) order by ended_at desc, number desc`,
  )
  return rows.map((row) => ({
    number: row.number,
    openedAt: new Date(row.opened_at),
    endedAs: row.ended_as as EndedReferral['endedAs'],
    endedAt: new Date(row.ended_at),
  }))
}

/** The slip whose code has this hash, and who wrote it. For the program: whoever brings the code holds the paper. */
export async function slipByCode(tx: Tx, codeHash: string) {
  const [row] = await withPartner(tx).where(eq(referrals.codeHash, codeHash))
  return row
}

/** A slip for a company that is here, and who wrote it: for its own people. */
export async function slipOfCompany(tx: Tx, companyId: string, id: string) {
  const [row] = await withPartner(tx).where(and(eq(referrals.id, id), eq(referrals.companyId, companyId)))
  return row
}

/** What waits for the company's word: slips that nobody agreed to, or that were only signed on paper. */
export async function askedSlips(tx: Tx, companyId: string, now: Date) {
  return withPartner(tx)
    .where(
      and(
        eq(referrals.companyId, companyId),
        isNull(referrals.confirmedAt),
        isNull(referrals.declinedAt),
        isNull(referrals.revokedAt),
        live(now),
      ),
    )
    .orderBy(desc(referrals.openedAt))
}

function withPartner(tx: Tx) {
  return tx
    .select({ referral: referrals, partner: partners })
    .from(referrals)
    .innerJoin(partners, eq(partners.id, referrals.partnerId))
}

/** Companies that wait for the first call of the desk, the nearest day first. */
export async function waitingReferrals(tx: Tx, now: Date): Promise<WaitingReferral[]> {
  return tx
    .select({ referral: referrals, partner: partners.name, company: companies.name })
    .from(referrals)
    .innerJoin(partners, eq(partners.id, referrals.partnerId))
    .leftJoin(companies, eq(companies.id, referrals.companyId))
    .where(
      and(
        sql`${referrals.consentedAt} is not null`,
        isNull(referrals.calledAt),
        isNull(referrals.revokedAt),
        isNull(referrals.droppedAt),
        gte(referrals.until, today(now)),
      ),
    )
    .orderBy(asc(referrals.callBy), asc(referrals.number))
}

/** For the desk: what the company agreed to be passed on. */
export async function referralOfDesk(tx: Tx, id: string) {
  const [row] = await tx.select().from(referrals).where(eq(referrals.id, id))
  return row
}
