import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Act } from '../../lib/act.ts'
import type { LegalDate } from '../../lib/time.ts'
import { hitsToTell, mayHearOf } from '../queries.ts'
import { watches, watchHits } from '../schema.ts'

/** Keeps that a project answers to these watches, but for those whose person hides from its company. Which ones were new. */
export async function noteHits(
  act: Act,
  watchIds: readonly string[],
  project: { readonly id: string; readonly companyId: string },
): Promise<Set<string>> {
  const { rows } = await act.tx.execute<{ id: string }>(sql`
    insert into ${watchHits} (watch_id, project_id, found_at)
    select ${watches.id}, ${project.id}::uuid, ${act.now.toISOString()}::timestamptz from ${watches}
    where ${isOneOf(watchIds)} and ${mayHearOf(sql`${project.companyId}::uuid`)}
    on conflict do nothing returning watch_id as id`)
  return new Set(rows.map(({ id }) => id))
}

/** As one list: what is asked with a value for each of many thousand fails. */
function isOneOf(watchIds: readonly string[]) {
  return sql`${watches.id} = any(${sql.param([...watchIds])}::uuid[])`
}

/**
 * Puts what waits into one letter: its number stays the same when the job runs again, what is found later goes into another.
 * What can no longer be told is forgotten.
 */
export async function putInLetter(act: Act, watchId: string): Promise<void> {
  const hits = await hitsToTell(act.tx, watchId, act.now)
  const ids = hits.map(({ project }) => project.id)
  const waiting = and(eq(watchHits.watchId, watchId), isNull(watchHits.toldAt))
  await act.tx
    .delete(watchHits)
    .where(and(waiting, ids.length > 0 ? sql`not ${inArray(watchHits.projectId, ids)}` : undefined))
  await act.tx
    .update(watchHits)
    .set({ letterId: act.newId() })
    .where(and(waiting, isNull(watchHits.letterId)))
}

export async function noteTold(act: Act, watchId: string, letterId: string): Promise<void> {
  await act.tx
    .update(watchHits)
    .set({ toldAt: act.now })
    .where(and(eq(watchHits.watchId, watchId), eq(watchHits.letterId, letterId)))
}

export async function noteLooked(act: Act, watchIds: readonly string[], day: LegalDate): Promise<void> {
  await act.tx.update(watches).set({ lookedOn: day }).where(isOneOf(watchIds))
}
