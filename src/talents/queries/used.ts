import { and, countDistinct, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Tx } from '../../lib/db.ts'
import { projectCodes, projects } from '../../projects/schema.ts'

/** How many published projects asked for each of these job codes: even a narrow one is wanted somewhere. Under old numbers too. */
export async function publishedByCode(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (codes.length === 0) return new Map()
  const pairs = codes.flatMap((code) =>
    jobCodes()
      .recorded(code)
      .map((written) => ({ code, written })),
  )
  if (pairs.length === 0) return new Map()
  const codesAsked = sql.param(pairs.map(({ code }) => code))
  const codesWritten = sql.param(pairs.map(({ written }) => written))
  const { rows } = await tx.execute<{ code: string; count: number }>(sql`
    select asked.code, count(distinct ${projects.id})::int as count
    from unnest(${codesAsked}::text[], ${codesWritten}::text[]) as asked(code, written)
    join ${projectCodes} on ${projectCodes.code} = asked.written
    join ${projects} on ${projects.id} = ${projectCodes.projectId}
    where ${projects.publishedAt} is not null
    group by asked.code`)
  return new Map(rows.map(({ code, count }) => [code, count]))
}

/** How many published projects asked for any of these job codes, each once. */
export async function publishedWithAny(tx: Tx, codes: readonly string[]): Promise<number> {
  const written = [...new Set(codes.flatMap((code) => jobCodes().recorded(code)))]
  if (written.length === 0) return 0
  const [row] = await tx
    .select({ count: countDistinct(projects.id) })
    .from(projects)
    .innerJoin(projectCodes, eq(projectCodes.projectId, projects.id))
    .where(and(inArray(projectCodes.code, written), isNotNull(projects.publishedAt)))
  return row!.count
}
