import { and, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { inStates } from '../../projects/queries/states.ts'
import { projects } from '../../projects/schema.ts'

const MOST = 50

/** The projects of a company for which people can be looked for: those that are open first, then drafts, the newest first. */
export async function projectsToFillOf(tx: Tx, companyId: string) {
  const { id, number, title, publishedAt, updatedAt } = projects
  return tx
    .select({ id, number, title, publishedAt })
    .from(projects)
    .where(and(eq(projects.companyId, companyId), inStates(['draft', 'submitted', 'returned', 'published'])))
    .orderBy(sql`${publishedAt} is null`, desc(publishedAt), desc(updatedAt), id)
    .limit(MOST)
}
