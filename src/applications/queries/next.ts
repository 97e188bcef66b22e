import { and, desc, eq, inArray, ne, notExists, sql } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Tx } from '../../lib/db.ts'
import { openAt } from '../../projects/queries/states.ts'
import { projectCodes, projects } from '../../projects/schema.ts'
import { type Application, applications } from '../schema.ts'

const NEXT = 3

export type NextProject = { id: string; title: string | null; companyName: string; prefecture: number | null }

/**
 * Up to three open projects that ask for the same work as the one of this application and that its person has not
 * applied to; none of a company the person hides from.
 */
export async function nextProjects(tx: Tx, application: Application, now: Date): Promise<NextProject[]> {
  const tree = jobCodes()
  const own = await tx
    .select({ code: projectCodes.code })
    .from(projectCodes)
    .where(eq(projectCodes.projectId, application.projectId))
  const asked = own.flatMap(({ code }) => tree.current(code)).flatMap((code) => tree.recorded(code))
  const sharing = tx
    .select({ projectId: projectCodes.projectId })
    .from(projectCodes)
    .where(inArray(projectCodes.code, asked))
  const applied = tx
    .select({ one: sql`1` })
    .from(applications)
    .where(and(eq(applications.projectId, projects.id), eq(applications.accountId, application.accountId)))
  return tx
    .select({
      id: projects.id,
      title: projects.title,
      companyName: companies.name,
      prefecture: projects.prefecture,
    })
    .from(projects)
    .innerJoin(companies, eq(companies.id, projects.companyId))
    .where(
      and(
        openAt(now),
        ne(projects.id, application.projectId),
        inArray(projects.id, sharing),
        notExists(applied),
        sql`not app_is_hidden(${application.talentId}::uuid, ${projects.companyId})`,
      ),
    )
    .orderBy(desc(projects.publishedAt), desc(projects.number))
    .limit(NEXT)
}
