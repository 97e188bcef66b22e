import { and, asc, desc, eq, inArray, isNull, lte, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Party } from '../../contracts/rules/side.ts'
import type { Tx } from '../../lib/db.ts'
import { readableBy } from '../rules/reviews.ts'
import { type Review, reviews, visits, type WorkMonth, workMonths } from '../schema.ts'

type Visit = typeof visits.$inferSelect
export type MonthWithVisits = WorkMonth & { readonly visits: readonly Visit[] }

function ownedBy(party: Party, table: typeof workMonths | typeof reviews) {
  return party.side === 'company' ? eq(table.companyId, party.companyId) : eq(table.accountId, party.accountId)
}

/** The reported months of a contract of this side, the newest first. */
export async function monthsOf(tx: Tx, party: Party, contractId: string): Promise<MonthWithVisits[]> {
  const months = await tx
    .select()
    .from(workMonths)
    .where(and(eq(workMonths.contractId, contractId), ownedBy(party, workMonths)))
    .orderBy(desc(workMonths.month))
  return withVisits(tx, months)
}

/** For the program: all that was reported for a contract. */
export async function monthsOfContract(tx: Tx, contractId: string): Promise<MonthWithVisits[]> {
  return withVisits(tx, await tx.select().from(workMonths).where(eq(workMonths.contractId, contractId)))
}

async function withVisits(tx: Tx, months: readonly WorkMonth[]): Promise<MonthWithVisits[]> {
  if (months.length === 0) return []
  const made = await tx
    .select()
    .from(visits)
    .where(
      inArray(
        visits.workMonthId,
        months.map(({ id }) => id),
      ),
    )
    .orderBy(asc(visits.visitedOn))
  return months.map((month) => ({ ...month, visits: made.filter(({ workMonthId }) => workMonthId === month.id) }))
}

/** The reviews that this side may read; the wall of the table says the same. */
export async function reviewsOf(tx: Tx, party: Party, contractId: string): Promise<Review[]> {
  const rows = await tx
    .select()
    .from(reviews)
    .where(and(eq(reviews.contractId, contractId), ownedBy(party, reviews)))
    .orderBy(asc(reviews.side))
  return readableBy(party.side, rows)
}

/** For the program: reviews from before this moment that still wait for the other one. */
export function waitingReviews(tx: Tx, before: Date) {
  const other = alias(reviews, 'other')
  return tx
    .select({ id: reviews.id, contractId: reviews.contractId, side: reviews.side })
    .from(reviews)
    .leftJoin(other, and(eq(other.contractId, reviews.contractId), ne(other.side, reviews.side)))
    .where(and(isNull(reviews.openedAt), isNull(other.id), lte(reviews.submittedAt, before)))
}

/** For the program: both reviews of a contract, as far as they are written. */
export function reviewsOfContract(tx: Tx, contractId: string): Promise<Review[]> {
  return tx.select().from(reviews).where(eq(reviews.contractId, contractId))
}

/** Which contracts this side has looked back on, of all it has. */
export function ownReviews(tx: Tx, party: Party) {
  return tx
    .select({ contractId: reviews.contractId, side: reviews.side })
    .from(reviews)
    .where(and(ownedBy(party, reviews), eq(reviews.side, party.side)))
}

/** Months that wait for the company to confirm them, of all its contracts. */
export function unconfirmedOf(tx: Tx, companyId: string) {
  return tx
    .select({ contractId: workMonths.contractId, month: workMonths.month })
    .from(workMonths)
    .where(and(eq(workMonths.companyId, companyId), isNull(workMonths.confirmedAt)))
    .orderBy(asc(workMonths.month))
}
