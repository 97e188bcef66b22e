import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { type Selection, selections } from '../schema.ts'

/** What this company noted about one application while choosing. Visible to that company only. */
export async function selectionOf(tx: Tx, applicationId: string): Promise<Selection | null> {
  const [row] = await tx.select().from(selections).where(eq(selections.applicationId, applicationId))
  return row ?? null
}

/** The same for several; nothing for whom nothing was noted. */
export async function selectionsOf(tx: Tx, applicationIds: readonly string[]): Promise<Map<string, Selection>> {
  if (applicationIds.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(selections)
    .where(inArray(selections.applicationId, [...applicationIds]))
  return new Map(rows.map((row) => [row.applicationId, row]))
}
