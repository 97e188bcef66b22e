import { desc, sql } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import type { Figures } from '../rules/released.ts'
import { type Group, type Kind, keysOf, type Usual, usualIn } from '../rules/usual.ts'
import { releases } from '../schema.ts'

/** What the newest release tells of each of these: of the first of its groups that is told of. Nothing else of it is read. */
export async function usualOf(tx: Tx, kind: Kind, each: readonly (readonly Group[])[]): Promise<Usual[]> {
  const keys = keysOf(kind, each.flat())
  if (keys.length === 0) return []
  const [row] = await tx
    .select({
      figures: sql<Figures>`(select coalesce(jsonb_object_agg(key, ${releases.figures} -> key), '{}')
        from unnest(${sql.param(keys)}::text[]) key where ${releases.figures} ? key)`,
    })
    .from(releases)
    .orderBy(desc(releases.until))
    .limit(1)
  return row ? each.flatMap((groups) => usualIn(row.figures, kind, groups) ?? []) : []
}
