import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Side } from '../../contracts/rules/side.ts'
import type { Contract } from '../../contracts/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { type VisitPlan, visitPlans } from '../schema.ts'

type Between = Pick<Contract, 'id' | 'companyId' | 'accountId'>
type Planned = Pick<VisitPlan, 'visitOn' | 'nights' | 'prefecture' | 'municipality' | 'purpose' | 'fare' | 'lodging'>

/** The professional means to come on a day; one plan a day for a contract. */
export async function planVisit(act: Act, { id: contractId, companyId, accountId }: Between, plan: Planned) {
  const id = act.newId()
  const [row] = await act.tx
    .insert(visitPlans)
    .values({ id, contractId, companyId, accountId, ...plan, plannedAt: act.now })
    .onConflictDoNothing()
    .returning({ id: visitPlans.id })
  if (!row) throw new TooLate('この日の予定は、もうあります。変えるときは、前の予定を取りやめてください。')
  await record(act, 'visit.planned', { kind: 'visit-plan', id }, { contractId, side: 'talent' })
}

/** 「この日で待っています」 */
export async function agreeToVisit(act: Act, contractId: string, planId: string, version: number): Promise<void> {
  await change(act, contractId, planId, version, { agreedAt: act.now })
  await record(act, 'visit.agreed', { kind: 'visit-plan', id: planId }, { contractId, side: 'company' })
}

export async function cancelVisit(act: Act, contractId: string, planId: string, version: number, side: Side) {
  await change(act, contractId, planId, version, { cancelledAt: act.now, cancelledBy: side })
  await record(act, 'visit.cancelled', { kind: 'visit-plan', id: planId }, { contractId, side })
}

async function change(act: Act, contractId: string, planId: string, version: number, set: Partial<VisitPlan>) {
  const [row] = await act.tx
    .update(visitPlans)
    .set({ ...set, version: sql`${visitPlans.version} + 1` })
    .where(
      and(
        ...[eq(visitPlans.id, planId), eq(visitPlans.contractId, contractId)],
        ...[eq(visitPlans.version, version), isNull(visitPlans.cancelledAt)],
      ),
    )
    .returning({ id: visitPlans.id })
  if (!row) throw new TooLate('画面を開いているあいだに、予定が変わりました。もう一度見てください。')
}
