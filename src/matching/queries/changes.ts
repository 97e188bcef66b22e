import { and, desc, eq, gte, inArray, sql } from 'drizzle-orm'
import { history } from '../../history/schema.ts'
import type { Tx } from '../../lib/db.ts'

/** Kinds of subjects whose changes concern the read model. */
const KINDS = ['talent', 'project', 'company', 'application', 'market'] as const
export type ChangedKind = (typeof KINDS)[number]

/** The number below which every transaction is over: what begins later than now has one at least as high. */
export async function lowestOpen(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ xmin: string }>(sql`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`)
  return rows[0]!.xmin
}

/** The row of history that was written last; null while there is none. */
export async function lastOfHistory(tx: Tx): Promise<{ id: number; xid: string } | null> {
  const [last] = await tx
    .select({ id: history.id, xid: sql<string>`${history.xid}::text` })
    .from(history)
    .orderBy(desc(history.id))
    .limit(1)
  return last ?? null
}

/** Is history what it was when it had been read up to `seen` and `last` was its last row? Not where a copy was put back. */
export async function historyGoesOn(
  tx: Tx,
  { seen, last }: { readonly seen: string; readonly last: { readonly id: number; readonly xid: string } | null },
): Promise<boolean> {
  if (last === null || BigInt(await lowestOpen(tx)) < BigInt(seen)) return false
  const rows = await tx
    .select({ id: history.id })
    .from(history)
    .where(and(eq(history.id, last.id), eq(history.xid, sql`${last.xid}::xid8`)))
  return rows.length === 1
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
  for (const id of await joinedOrLeft(tx, since)) changes.get('company')!.add(id)
  return changes
}

/** The organisations to which somebody came or which somebody left: nobody is shown to the company they act for. */
async function joinedOrLeft(tx: Tx, since: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: history.organisation })
    .from(history)
    .where(and(gte(history.xid, sql`${since}::xid8`), inArray(history.subjectKind, ['invitation', 'membership'])))
  return rows.flatMap(({ id }) => id ?? [])
}

/** For the program: has an endpoint read texts since? */
export async function wereTextsRead(tx: Tx, since: string): Promise<boolean> {
  const [one] = await tx
    .select({ id: history.id })
    .from(history)
    .where(and(gte(history.xid, sql`${since}::xid8`), eq(history.act, 'market.texts-read')))
    .limit(1)
  return one !== undefined
}
