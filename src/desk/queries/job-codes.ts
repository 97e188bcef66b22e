import { sql } from 'drizzle-orm'
import { cases } from '../../cases/schema.ts'
import { challengeNodes } from '../../challenges/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { openAt } from '../../projects/queries/states.ts'
import { projectCodes, projects } from '../../projects/schema.ts'
import { talentCodes } from '../../talents/schema.ts'

/** Where a number is written down; `open`: the projects among them to which people may apply now. */
export type CodeUse = { projects: number; open: number; cases: number; people: number; trees: number }

export const UNUSED: CodeUse = { projects: 0, open: 0, cases: 0, people: 0, trees: 0 }

/** By number, all there is of it, drafts too. For the program's own eyes: how many people is only said roughly. */
export async function codesInUse(tx: Tx, now: Date): Promise<ReadonlyMap<string, CodeUse>> {
  const { rows } = await tx.execute<{ what: keyof CodeUse; code: string; count: number }>(sql`
    select 'projects' as what, ${projectCodes.code} as code, count(*)::int as count
      from ${projectCodes} group by ${projectCodes.code}
    union all select 'open', ${projectCodes.code}, count(*)::int
      from ${projectCodes} join ${projects} on ${projects.id} = ${projectCodes.projectId}
      where ${openAt(now)} group by ${projectCodes.code}
    union all select 'cases', code, count(*)::int from ${cases}, unnest(${cases.codes}) as code group by code
    union all select 'people', ${talentCodes.code}, count(*)::int from ${talentCodes} group by ${talentCodes.code}
    union all select 'trees', ${challengeNodes.code}, count(distinct ${challengeNodes.worryId})::int
      from ${challengeNodes}
      where ${challengeNodes.code} is not null and ${challengeNodes.removedAt} is null group by ${challengeNodes.code}`)
  const found = new Map<string, CodeUse>()
  for (const { what, code, count } of rows) found.set(code, { ...(found.get(code) ?? UNUSED), [what]: count })
  return found
}
