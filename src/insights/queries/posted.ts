import { and, eq, gte, lt, sql } from 'drizzle-orm'
import { applications } from '../../applications/schema.ts'
import { companies } from '../../companies/schema.ts'
import { dayOfMonth } from '../../law/dates.ts'
import type { Tx } from '../../lib/db.ts'
import { regionOf } from '../../lib/regions.ts'
import { type LegalDate, startOfDay } from '../../lib/time.ts'
import { projectCodes, projects } from '../../projects/schema.ts'
import { MONTHS } from '../rules/cells.ts'
import { APPLIED_WITHIN_DAYS, countedAs, type Group, type Posted } from '../rules/usual.ts'
import { newestRelease } from './releases.ts'

/**
 * What projects published from one day until before another asked for and what came of them: those that `tx` may see, for a release
 * with the program's own eyes. `companyId`: of one company only.
 */
export async function postedProjects(tx: Tx, from: LegalDate, until: LegalDate, companyId?: string): Promise<Posted[]> {
  const sent = sql`${applications.sentAt} < ${projects.publishedAt} + ${APPLIED_WITHIN_DAYS} * interval '1 day'`
  const rows = await tx
    .select({
      companyId: projects.companyId,
      code: projectCodes.code,
      prefecture: projects.prefecture,
      industry: projects.industry,
      publishedAt: projects.publishedAt,
      withdrawnAt: projects.withdrawnAt,
      fee: sql<
        number | null
      >`case when ${projects.contractKind} = 'direct' and ${projects.fee} > 0 then ${projects.fee} end`,
      hourly: sql<number | null>`case when ${projects.contractKind} = 'direct' and ${projects.fee} > 0
        and (${projects.style} = 'remote' or ${projects.travelPaid} is not false) then ${projects.fee} / ${projects.hours} end`,
      decidedAt: sql<Date | null>`(select min(${applications.acceptedAt}) from ${applications}
        where ${applications.projectId} = ${projects.id})`.mapWith(projects.publishedAt),
      applicants: sql<number>`(select count(*)::int from ${applications}
        where ${applications.projectId} = ${projects.id} and ${sent})`,
    })
    .from(projects)
    .leftJoin(projectCodes, and(eq(projectCodes.projectId, projects.id), eq(projectCodes.position, 0)))
    .where(
      and(
        ...[gte(projects.publishedAt, startOfDay(from)), lt(projects.publishedAt, startOfDay(until))],
        companyId ? eq(projects.companyId, companyId) : undefined,
      ),
    )
  return rows.map((row) => ({ ...row, publishedAt: row.publishedAt! }))
}

/** What a company's own projects had, as far as `tx` may see them, by the same days and the same rules as the newest release. */
export async function ownBeside(tx: Tx, companyId: string) {
  const release = await newestRelease(tx)
  const until = release?.until
  const posted = until ? await postedProjects(tx, dayOfMonth(until, -MONTHS, 1), until, companyId) : []
  const [company] = await tx
    .select({ prefecture: companies.prefecture, industry: companies.industry })
    .from(companies)
    .where(eq(companies.id, companyId))
  const groups: Group[] = company ? [`region ${regionOf(company.prefecture).id}`, `industry ${company.industry}`] : []
  const own = (kind: 'fee' | 'hourly' | 'applicants') => posted.flatMap((one) => countedAs(kind, one, until!) ?? [])
  return { release, groups, own: { fee: own('fee'), hourly: own('hourly'), applicants: own('applicants') } }
}
