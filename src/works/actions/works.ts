import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Party } from '../../contracts/rules/side.ts'
import type { Contract } from '../../contracts/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import type { Report } from '../rules/months.ts'
import type { ReviewAnswers } from '../rules/reviews.ts'
import { type Review, reviews, visits, workMonths } from '../schema.ts'

type Between = Pick<Contract, 'id' | 'companyId' | 'accountId'>

/** The month's report; sent again it replaces what the company has not yet confirmed. */
export async function reportMonth(act: Act, contract: Between, report: Report): Promise<void> {
  const { id: contractId, companyId, accountId } = contract
  const { month, hours, done } = report
  const said = { hours, done, reportedAt: act.now }
  const [row] = await act.tx
    .insert(workMonths)
    .values({ id: act.newId(), contractId, companyId, accountId, month, ...said })
    .onConflictDoUpdate({
      target: [workMonths.contractId, workMonths.month],
      set: { ...said, version: sql`${workMonths.version} + 1` },
      setWhere: isNull(workMonths.confirmedAt),
    })
    .returning({ id: workMonths.id })
  if (!row) throw new TooLate('この月は、会社がもう確かめました。直すときは、会社に知らせてください。')
  await act.tx.delete(visits).where(eq(visits.workMonthId, row.id))
  for (const visit of report.visits) {
    await act.tx.insert(visits).values({ id: act.newId(), workMonthId: row.id, companyId, accountId, ...visit })
  }
  await record(act, 'month.reported', { kind: 'work-month', id: row.id }, { contractId, side: 'talent' })
}

/** The company has read a report as it stands. */
export async function confirmMonth(act: Act, companyId: string, monthId: string, version: number, by: string) {
  const [row] = await act.tx
    .update(workMonths)
    .set({ confirmedAt: act.now, confirmedBy: by, version: sql`${workMonths.version} + 1` })
    .where(
      and(
        eq(workMonths.id, monthId),
        eq(workMonths.companyId, companyId),
        eq(workMonths.version, version),
        isNull(workMonths.confirmedAt),
      ),
    )
    .returning({ contractId: workMonths.contractId })
  if (!row) throw new TooLate('画面を開いているあいだに、記録が変わりました。もう一度読んでください。')
  const { contractId } = row
  await record(act, 'month.confirmed', { kind: 'work-month', id: monthId }, { contractId, side: 'company' })
}

/** One side looks back; it cannot be changed, because the other side may read it from now on. */
export async function submitReview(
  act: Act,
  party: Party,
  contract: Between,
  answers: Omit<ReviewAnswers, 'feedback'> & Partial<Pick<ReviewAnswers, 'feedback'>>,
  by: string,
) {
  const { id: contractId, companyId, accountId } = contract
  const [row] = await act.tx
    .insert(reviews)
    .values({
      feedback: '',
      ...answers,
      id: act.newId(),
      contractId,
      companyId,
      accountId,
      side: party.side,
      writtenBy: by,
      submittedAt: act.now,
    })
    .onConflictDoNothing()
    .returning({ id: reviews.id })
  if (!row) throw new TooLate('ふりかえりは、もう送られています。')
  await record(act, 'review.submitted', { kind: 'review', id: row.id }, { contractId, side: party.side })
}

/** Somebody lets everybody read what they said to the company, without their name, or takes it back. */
export async function shareFeedback(act: Act, contractId: string, accountId: string, on: boolean): Promise<void> {
  const [row] = await act.tx
    .update(reviews)
    .set({ sharedAt: on ? act.now : null })
    .where(
      and(
        ...[eq(reviews.contractId, contractId), eq(reviews.accountId, accountId), eq(reviews.side, 'talent')],
        ne(reviews.feedback, ''),
      ),
    )
    .returning({ id: reviews.id })
  if (!row) throw new TooLate('のせられる言葉が、まだありません。')
  await record(act, on ? 'review.shared' : 'review.unshared', { kind: 'review', id: row.id }, { contractId })
}

/** The time of waiting for the other one is over: it may be read. */
export async function openReview(
  act: Act,
  { id, contractId, side }: Pick<Review, 'id' | 'contractId' | 'side'>,
): Promise<void> {
  const opened = await act.tx
    .update(reviews)
    .set({ openedAt: act.now })
    .where(and(eq(reviews.id, id), isNull(reviews.openedAt)))
    .returning({ id: reviews.id })
  if (opened.length > 0) await record(act, 'review.opened', { kind: 'review', id }, { contractId, side })
}
