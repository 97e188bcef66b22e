import { and, countDistinct, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { projectCodes, projects } from '../../projects/schema.ts'

/** How many published projects asked for each of these job codes: even a narrow one is wanted somewhere. */
export async function publishedByCode(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (codes.length === 0) return new Map()
  const rows = await tx
    .select({ code: projectCodes.code, count: countDistinct(projects.id) })
    .from(projectCodes)
    .innerJoin(projects, eq(projects.id, projectCodes.projectId))
    .where(and(inArray(projectCodes.code, [...codes]), isNotNull(projects.publishedAt)))
    .groupBy(projectCodes.code)
  return new Map(rows.map(({ code, count }) => [code, count]))
}
