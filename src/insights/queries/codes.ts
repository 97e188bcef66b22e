import { sql } from 'drizzle-orm'
import { cases } from '../../cases/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { openAt } from '../../projects/queries/states.ts'
import { projectCodes, projects } from '../../projects/schema.ts'
import { visible } from '../../talents/queries/shown.ts'
import { talentCodes, talents } from '../../talents/schema.ts'

type Use = { openProjects: number; cases: number; people: number }

/**
 * How many open projects ask for a job code, how many published cases tell of it, how many open profiles show it. `codes`:
 * every number under which it may have been written down (`recorded`).
 */
export async function useOfCodes(tx: Tx, codes: readonly string[], now: Date): Promise<Use> {
  const asked = sql`${sql.param([...codes])}::text[]`
  const { rows } = await tx.execute<Use>(sql`
    select (select count(distinct ${projects.id})::int from ${projects}
        join ${projectCodes} on ${projectCodes.projectId} = ${projects.id}
        where ${projectCodes.code} = any(${asked}) and ${openAt(now)}) as "openProjects",
      (select count(*)::int from ${cases}
        where ${cases.publishedAt} is not null and ${cases.withdrawnAt} is null and ${cases.shownCodes} && ${asked}) as cases,
      (select count(distinct ${talents.id})::int from ${talentCodes}
        join ${talents} on ${talents.id} = ${talentCodes.talentId}
        where ${talentCodes.code} = any(${asked}) and ${visible}) as people`)
  return rows[0]!
}
