import { and, eq, isNull } from 'drizzle-orm'
import type { Side } from '../../applications/rules/state.ts'
import type { Application } from '../../applications/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { type Report, reports } from '../schema.ts'

const DESK = { href: '/desk', label: '事務局' }

type Told = Pick<Report, 'messageId' | 'reason' | 'words'>

/** Tells the desk: what it is about may be read there from now on. */
export async function reportThread(act: Act, side: Side, application: Application, told: Told): Promise<void> {
  const { id: applicationId, companyId, accountId } = application
  const id = act.newId()
  const parties = { applicationId, companyId, accountId, side, reporterId: act.actor! }
  await act.tx.insert(reports).values({ id, ...parties, ...told, createdAt: act.now })
  await record(act, 'report.made', { kind: 'report', id }, { application: applicationId, side, reason: told.reason })
}

/** Somebody of the desk begins to read it. Who reads stands in history: nobody else can. */
export async function openReport(act: Act, id: string): Promise<void> {
  const opened = await act.tx
    .update(reports)
    .set({ openedBy: act.actor, openedAt: act.now })
    .where(eq(reports.id, id))
    .returning({ id: reports.id })
  if (opened.length === 0) throw new TooLate('この知らせは、もうありません。', DESK)
  await record(act, 'report.opened', { kind: 'report', id })
}

type Decided = { readonly decision: NonNullable<Report['decision']>; readonly answer: string }

export async function decideReport(act: Act, id: string, { decision, answer }: Decided): Promise<void> {
  const decided = await act.tx
    .update(reports)
    .set({ decision, answer, decidedBy: act.actor, decidedAt: act.now })
    .where(and(eq(reports.id, id), isNull(reports.decidedAt), eq(reports.openedBy, act.actor!)))
    .returning({ id: reports.id })
  if (decided.length === 0) throw new TooLate('この知らせは、もう決まっているか、ほかの人が読んでいます。', DESK)
  await record(act, 'report.decided', { kind: 'report', id }, { decision })
}

/** A thread that was frozen goes on. */
export async function thawThread(act: Act, id: string): Promise<void> {
  const thawed = await act.tx
    .update(reports)
    .set({ thawedAt: act.now })
    .where(and(eq(reports.id, id), eq(reports.decision, 'frozen'), isNull(reports.thawedAt)))
    .returning({ id: reports.id })
  if (thawed.length === 0) throw new TooLate('このやりとりは、止まっていません。', DESK)
  await record(act, 'report.thawed', { kind: 'report', id })
}
