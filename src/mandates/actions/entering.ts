import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Act } from '../../lib/act.ts'
import { unsettled } from '../queries/entries.ts'
import { entries, entryCopies } from '../schema.ts'

type Subject = { readonly kind: string; readonly id: string }

/** What somebody writes in an assisted session is marked, until the company confirms it. */
export async function markEntered(act: Act, subject: Subject, fields: readonly string[]): Promise<void> {
  if (!act.assisted || fields.length === 0) return
  const common = { sessionId: act.assisted, companyId: act.organisation!, enteredBy: act.actor!, at: act.now }
  await act.tx
    .insert(entries)
    .values(fields.map((field) => ({ ...common, subjectKind: subject.kind, subjectId: subject.id, field })))
    .onConflictDoUpdate({
      target: [entries.sessionId, entries.subjectId, entries.field],
      set: { at: act.now, confirmedAt: null, undoneAt: null },
    })
}

/** How something stands before somebody first writes in it in an assisted session: to go back to for a while. */
export async function keepCopy(act: Act, subjectId: string, content: Readonly<Record<string, unknown>>): Promise<void> {
  await act.tx
    .insert(entryCopies)
    .values({ sessionId: act.assisted!, subjectId, companyId: act.organisation!, content, at: act.now })
    .onConflictDoNothing()
}

/** What the company's own people write over is theirs. */
export async function ownEntries(act: Act, subjectId: string, fields: readonly string[]): Promise<void> {
  if (fields.length === 0) return
  await act.tx
    .update(entries)
    .set({ confirmedAt: act.now })
    .where(and(eq(entries.subjectId, subjectId), inArray(entries.field, [...fields]), unsettled()))
}

/** 「このままでよい」: how many fields of a session the company confirmed. */
export async function confirmEntries(act: Act, companyId: string, sessionId: string): Promise<number> {
  return settle(act, companyId, sessionId, { confirmedAt: act.now })
}

export async function undoEntries(act: Act, companyId: string, sessionId: string): Promise<number> {
  return settle(act, companyId, sessionId, { undoneAt: act.now })
}

async function settle(act: Act, companyId: string, sessionId: string, set: { confirmedAt?: Date; undoneAt?: Date }) {
  const settled = await act.tx
    .update(entries)
    .set(set)
    .where(and(eq(entries.companyId, companyId), eq(entries.sessionId, sessionId), unsettled()))
    .returning({ field: sql`1` })
  return settled.length
}
