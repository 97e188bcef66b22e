import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { masked } from '../../messages/rules/mask.ts'
import { readDeclining, writtenReason } from '../rules/decline.ts'
import { canUndo, type UndoAct, undoneFact } from '../rules/state.ts'
import { type Application, interviews } from '../schema.ts'
import { change, readBy } from './change.ts'

/** Tells the person that the words were read. */
export function markRead(act: Act, application: Application, version: number) {
  return change(act, application, version, 'application.read', { readAt: act.now })
}

export function shortlist(act: Act, application: Application, version: number) {
  const set = { ...readBy(act, application), shortlistedAt: act.now }
  return change(act, application, version, 'application.shortlisted', set)
}

type Proposal = { time1: Date; time2: Date; place: string; link: string | null }

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
  { reason: chosen, words }: Refusal,
  batch?: string,
) {
  // Who is not chosen is not reached beside this place either.
  const declineReason = writtenReason(chosen, masked(words).text)
  const { reason, code } = readDeclining(chosen)
  const set = { ...readBy(act, application), declinedAt: act.now, declineReason }
  const data = { reason, ...(code && { code }) }
  return change(act, application, version, 'application.declined', set, { data, ...(batch && { batch }) })
}

type Refusal = { readonly reason: string; readonly words: string }
type Seen = { readonly application: Application; readonly version: number }

/** The same answer to several, each with a row of its own. Whoever changed meanwhile is left as they are. How many were told. */
export async function declineAll(act: Act, several: readonly Seen[], refusal: Refusal, batch: string): Promise<number> {
  return countOf(several, ({ application, version }) => decline(act, application, version, refusal, batch))
}

/** Takes a shared answer back, for all to whom it was not told yet. */
export async function undoDeclines(act: Act, several: readonly Application[]): Promise<void> {
  const undone = await countOf(several, (one) => undo(act, one, one.version, 'application.undeclined'))
  if (undone === 0) throw new TooLate('取り消せる時間が過ぎたか、ようすが変わりました。')
}

async function countOf<T>(several: readonly T[], fn: (one: T) => Promise<unknown>): Promise<number> {
  let done = 0
  for (const one of several) {
    try {
      await fn(one)
      done++
    } catch (error) {
      if (!(error instanceof TooLate)) throw error
    }
  }
  return done
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
  const reason = name === 'application.undeclined' ? { declineReason: null, runnerUpAt: null } : {}
  await change(act, application, version, name, { [undoneFact(name)]: null, ...reason })
}
