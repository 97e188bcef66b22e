import { and, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { openAt } from '../../projects/queries/states.ts'
import { projects } from '../../projects/schema.ts'
import { visible } from '../../talents/queries/shown.ts'
import { talents } from '../../talents/schema.ts'
import type { Posted } from '../rules/beginning.ts'

/** How much there is: open projects, verified companies and their prefectures, professionals whom companies can find. */
export async function standOf(tx: Tx, now: Date) {
  const { rows } = await tx.execute<{
    openProjects: number
    companies: number
    prefectures: number
    talents: number
  }>(sql`
    select (select count(*)::int from ${projects} where ${openAt(now)}) as "openProjects",
      count(*)::int as companies, count(distinct ${companies.prefecture})::int as prefectures,
      (select count(*)::int from ${talents}
        where ${visible}) as talents
    from ${companies} where ${companies.verifiedAt} is not null and ${companies.closedAt} is null`)
  return rows[0]!
}

/** So many say what is usual now; the newest stand next to each other in the index. */
const NEWEST = 300

/** Fee and hours of the paid postings that were published last. */
export async function newestTerms(tx: Tx): Promise<Posted[]> {
  const rows = await tx
    .select({ companyId: projects.companyId, fee: projects.fee, hours: projects.hours })
    .from(projects)
    .where(
      and(
        ...[isNotNull(projects.publishedAt), isNull(projects.withdrawnAt), eq(projects.contractKind, 'direct')],
        ...[gt(projects.fee, 0), gt(projects.hours, 0)],
      ),
    )
    .orderBy(desc(projects.publishedAt))
    .limit(NEWEST)
  return rows.map(({ companyId, fee, hours }) => ({ companyId, fee: fee ?? 0, hours: hours ?? 0 }))
}
