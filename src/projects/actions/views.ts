import { sql } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { projectViews } from '../schema.ts'

/** One more look at a posting. To be written with the program's own eyes: nobody else writes here. */
export async function noteView(tx: Tx, projectId: string): Promise<void> {
  await tx
    .insert(projectViews)
    .values({ projectId, views: 1 })
    .onConflictDoUpdate({ target: projectViews.projectId, set: { views: sql`${projectViews.views} + 1` } })
}
