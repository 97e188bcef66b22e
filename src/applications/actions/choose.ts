import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { canUndo, type UndoAct, undoneFact } from '../rules/state.ts'
import { type DeclineReason, writtenReason } from '../rules/words.ts'
import { type Application, interviews } from '../schema.ts'
import { change } from './change.ts'

/** Tells the person that the words were read. */
export function markRead(act: Act, application: Application, version: number) {
  return change(act, application, version, 'application.read', { readAt: act.now })
}

export function shortlist(act: Act, application: Application, version: number) {
  const set = { ...readBy(act, application), shortlistedAt: act.now }
  return change(act, application, version, 'application.shortlisted', set)
}

type Proposal = { time1: Date; time2: Date; place: string }

/** Proposes two times for an interview; those proposed before no longer hold. */
export async function proposeInterview(act: Act, application: Application, version: number, proposal: Proposal) {
  const set = { ...readBy(act, application), interviewAt: application.interviewAt ?? act.now }
  await change(act, application, version, 'application.interview-proposed', set)
  await act.tx
    .update(interviews)
    .set({ cancelledAt: act.now })
    .where(and(eq(interviews.applicationId, application.id), isNull(interviews.cancelledAt)))
  const { id: applicationId, companyId, accountId } = application
  await act.tx.insert(interviews).values({
    ...proposal,
    ...{ id: act.newId(), applicationId, companyId, accountId },
    ...{ proposedBy: act.actor!, proposedAt: act.now },
  })
}

export function decline(
  act: Act,
  application: Application,
  version: number,
  { reason, words }: { reason: DeclineReason; words: string },
) {
  const set = { ...readBy(act, application), declinedAt: act.now, declineReason: writtenReason(reason, words) }
  return change(act, application, version, 'application.declined', set, { data: { reason } })
}

/** 「お願いしたい」. */
export function offer(act: Act, application: Application, version: number) {
  const set = { ...readBy(act, application), offeredAt: act.now }
  return change(act, application, version, 'application.offered', set, {
    where: sql`app_accepted_applications(project_id) < (select openings from projects where projects.id = project_id)`,
    late: () => new TooLate('お願いできる人数に、もう達しています。'),
  })
}

/** Takes the company's last act back: the fact is cleared, history keeps both. */
export async function undo(act: Act, application: Application, version: number, name: UndoAct): Promise<void> {
  if (!canUndo(name, application, act.now)) throw new TooLate('取り消せる時間が過ぎたか、ようすが変わりました。')
  const reason = name === 'application.undeclined' ? { declineReason: null } : {}
  await change(act, application, version, name, { [undoneFact(name)]: null, ...reason })
}

/** Whoever decides about an application has read it. */
function readBy(act: Act, application: Application): { readAt: Date } {
  return { readAt: application.readAt ?? act.now }
}
