import { eq, isNotNull, sql } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { projectCodes, projects } from '../../projects/schema.ts'
import { sizeBand } from '../rules/draft.ts'
import type { Neighbour } from '../rules/shown.ts'

/** Every posting that anybody could ever read, with where it was: among whom a firm without its name is to be found. */
export async function neighbours(tx: Tx): Promise<Neighbour[]> {
  const rows = await tx
    .select({
      companyId: projects.companyId,
      industry: sql<string>`coalesce(${projects.industry}, ${companies.industry})`,
      prefecture: sql<number>`coalesce(${projects.prefecture}, ${companies.prefecture})`,
      employees: companies.employees,
      codes: sql<string[]>`array(select ${projectCodes.code} from ${projectCodes}
        where ${projectCodes.projectId} = ${projects.id} order by ${projectCodes.position})`,
    })
    .from(projects)
    .innerJoin(companies, eq(companies.id, projects.companyId))
    .where(isNotNull(projects.publishedAt))
  return rows.map(({ employees, ...row }) => ({ ...row, size: sizeBand(employees) }))
}
