import { and, asc, between, countDistinct, eq, isNull, ne } from 'drizzle-orm'
import type { Party } from '../../contracts/rules/side.ts'
import type { Tx } from '../../lib/db.ts'
import type { LegalDate } from '../../lib/time.ts'
import { type VisitPlan, visitPlans } from '../schema.ts'

/** The plans of a contract of this side that were not called off, the next day first. */
export async function plansOf(tx: Tx, party: Party, contractId: string): Promise<VisitPlan[]> {
  const own =
    party.side === 'company' ? eq(visitPlans.companyId, party.companyId) : eq(visitPlans.accountId, party.accountId)
  return tx
    .select()
    .from(visitPlans)
    .where(and(eq(visitPlans.contractId, contractId), own, isNull(visitPlans.cancelledAt)))
    .orderBy(asc(visitPlans.visitOn), asc(visitPlans.id))
}

type Span = { readonly from: LegalDate; readonly to: LegalDate }

/** The person's own plans for other contracts in a prefecture, within some days. */
export async function ownPlansNear(tx: Tx, accountId: string, prefecture: number, { from, to }: Span, but: string) {
  return tx
    .select()
    .from(visitPlans)
    .where(
      and(
        ...[eq(visitPlans.accountId, accountId), eq(visitPlans.prefecture, prefecture), ne(visitPlans.contractId, but)],
        ...[isNull(visitPlans.cancelledAt), between(visitPlans.visitOn, from, to)],
      ),
    )
    .orderBy(asc(visitPlans.visitOn))
}

/** How many people besides this one mean to be in a prefecture within some days: for the program's own eyes. */
export async function othersOnTheWay(tx: Tx, accountId: string, prefecture: number, { from, to }: Span) {
  const [row] = await tx
    .select({ people: countDistinct(visitPlans.accountId) })
    .from(visitPlans)
    .where(
      and(
        ...[ne(visitPlans.accountId, accountId), eq(visitPlans.prefecture, prefecture)],
        ...[isNull(visitPlans.cancelledAt), between(visitPlans.visitOn, from, to)],
      ),
    )
  return row?.people ?? 0
}
