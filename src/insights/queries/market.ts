import { type SQL, sql } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Tx } from '../../lib/db.ts'
import { regionOf } from '../../lib/regions.ts'
import { type LegalDate, startOfDay } from '../../lib/time.ts'
import { projectCodes, projects } from '../../projects/schema.ts'
import { visible } from '../../talents/queries/shown.ts'
import { talentCodes, talents } from '../../talents/schema.ts'

type Row = { major: string; prefecture: number | null; n: number }

/**
 * Who asks for what where, and who offers it, by major: companies that published a project from one day until before another, and
 * people whom companies see by now. For the program's own eyes.
 */
export async function marketCounts(tx: Tx, from: LegalDate, until: LegalDate) {
  const asked = await counts(
    tx,
    sql`select count(distinct ${companies.id})::int as n, ${companies.prefecture} as prefecture, called.major
      from ${projects} join ${companies} on ${companies.id} = ${projects.companyId}
      join ${projectCodes} on ${projectCodes.projectId} = ${projects.id}`,
    sql`${projects.publishedAt} >= ${startOfDay(from)} and ${projects.publishedAt} < ${startOfDay(until)}
      and (${projects.withdrawnAt} is null or ${projects.withdrawnAt} >= ${startOfDay(until)})`,
    sql`${projectCodes.code}`,
  )
  const offered = await counts(
    tx,
    sql`select count(distinct ${talents.id})::int as n, ${talents.prefecture} as prefecture, called.major
      from ${talents} join ${talentCodes} on ${talentCodes.talentId} = ${talents.id}`,
    sql`${visible}`,
    sql`${talentCodes.code}`,
  )
  return { asked, offered }
}

/** By 「area major」; a company or person lies in one prefecture, so that prefectures add up to areas. */
async function counts(tx: Tx, what: SQL, where: SQL, code: SQL): Promise<Map<string, number>> {
  const named = jobCodes().majors.flatMap(({ id }) =>
    jobCodes()
      .recorded(id)
      .map((code) => [code, id] as const),
  )
  const [codes, majors] = [named.map(([code]) => code), named.map(([, major]) => major)]
  const { rows } = await tx.execute<Row>(sql`${what}
    join unnest(${sql.param(codes)}::text[], ${sql.param(majors)}::text[]) as called(code, major) on called.code = ${code}
    where ${where} group by 2, 3`)
  const sums = new Map<string, number>()
  for (const { major, prefecture, n } of rows) {
    for (const area of ['all', ...(prefecture === null ? [] : [regionOf(prefecture).id])]) {
      sums.set(`${area} ${major}`, (sums.get(`${area} ${major}`) ?? 0) + n)
    }
  }
  return sums
}
