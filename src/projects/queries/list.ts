import { and, asc, isNotNull, isNull } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { projects } from '../schema.ts'

/** Every posting that everybody may read, closed ones too, in the order in which they came. */
export async function readableProjectIds(tx: Tx) {
  return tx
    .select({ id: projects.id, changed: projects.updatedAt })
    .from(projects)
    .where(and(isNotNull(projects.publishedAt), isNull(projects.withdrawnAt)))
    .orderBy(asc(projects.publishedAt), asc(projects.id))
}
