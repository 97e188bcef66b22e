import { eq } from 'drizzle-orm'
import type { Act } from '../lib/act.ts'
import { type HistoryRow, history, submissions } from './schema.ts'

type Subject = { readonly kind: string; readonly id: string }

/**
 * Writes down that something was done, in the act's own transaction, and leaves the followers (mails, proposals,
 * statistics) to the worker. `data` holds ids and codes only.
 */
export async function record(
  act: Act,
  name: string,
  subject: Subject,
  data: HistoryRow['data'] = {},
  batch?: string,
): Promise<void> {
  const [row] = await act.tx
    .insert(history)
    .values({
      at: act.now,
      actor: act.actor,
      organisation: act.organisation,
      act: name,
      subjectKind: subject.kind,
      subjectId: subject.id,
      batch,
      data: act.assisted ? { ...data, assisted: act.assisted } : data,
    })
    .returning({ id: history.id })
  await act.enqueue('history.follow', { id: row!.id, act: name, subjectId: subject.id, ...(batch && { batch }) })
}

/** Takes a form's token. Where the first copy of the form went, or null when this is the first. */
export async function takeOnce(act: Act, key: string, route: string): Promise<string | null> {
  const taken = await act.tx
    .insert(submissions)
    .values({ key, actor: act.actor, route, location: '', at: act.now })
    .onConflictDoNothing()
    .returning({ key: submissions.key })
  if (taken.length > 0) return null
  const [first] = await act.tx.select().from(submissions).where(eq(submissions.key, key))
  return first?.location || null
}

/** Remembers where the first copy of a form went. */
export async function settleOnce(act: Act, key: string, location: string): Promise<void> {
  await act.tx.update(submissions).set({ location }).where(eq(submissions.key, key))
}
