import { sql } from 'drizzle-orm'
import { cases } from '../../cases/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { openAt } from '../../projects/queries/states.ts'
import { projectCodes, projects } from '../../projects/schema.ts'

/** How many open projects ask for a job code, and how many published cases tell of it. */
export async function useOfCode(tx: Tx, code: string, now: Date): Promise<{ openProjects: number; cases: number }> {
  const { rows } = await tx.execute<{ openProjects: number; cases: number }>(sql`
    select (select count(*)::int from ${projects}
        join ${projectCodes} on ${projectCodes.projectId} = ${projects.id}
        where ${projectCodes.code} = ${code} and ${openAt(now)}) as "openProjects",
      (select count(*)::int from ${cases}
        where ${cases.publishedAt} is not null and ${cases.withdrawnAt} is null and ${code} = any(${cases.codes})) as cases`)
  return rows[0]!
}
