import { eq } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { projectViews } from '../schema.ts'

/** How often the public page of a posting was opened. */
export async function viewsOf(tx: Tx, projectId: string): Promise<number> {
  const [row] = await tx.select().from(projectViews).where(eq(projectViews.projectId, projectId))
  return row?.views ?? 0
}
