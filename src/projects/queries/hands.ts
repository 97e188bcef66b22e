import { desc, eq } from 'drizzle-orm'
import { history } from '../../history/schema.ts'
import type { Tx } from '../../lib/db.ts'

/** Who did the last thing to a project: tells somebody's own second screen from a colleague's. */
export async function lastHandOf(tx: Tx, projectId: string): Promise<string | null> {
  const [row] = await tx
    .select({ actor: history.actor })
    .from(history)
    .where(eq(history.subjectId, projectId))
    .orderBy(desc(history.id))
    .limit(1)
  return row?.actor ?? null
}
