import { and, gte, inArray, sql } from 'drizzle-orm'
import { history } from '../../history/schema.ts'
import type { Tx } from '../../lib/db.ts'

/** Kinds of subjects whose changes concern the read model. */
const KINDS = ['talent', 'project', 'company', 'market'] as const
export type ChangedKind = (typeof KINDS)[number]

/** The number below which every transaction is over: what begins later than now has one at least as high. */
export async function lowestOpen(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ xmin: string }>(sql`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`)
  return rows[0]!.xmin
}

/**
 * For the program: what has changed since a number that `lowestOpen` gave. Rows of transactions that were still open then
 * come now, so none is lost; some come twice.
 */
export async function changesSince(tx: Tx, since: string): Promise<Map<ChangedKind, Set<string>>> {
  const rows = await tx
    .selectDistinct({ kind: history.subjectKind, id: history.subjectId })
    .from(history)
    .where(and(gte(history.xid, sql`${since}::xid8`), inArray(history.subjectKind, [...KINDS])))
  const changes = new Map<ChangedKind, Set<string>>(KINDS.map((kind) => [kind, new Set()]))
  for (const { kind, id } of rows) changes.get(kind as ChangedKind)!.add(id)
  return changes
}
