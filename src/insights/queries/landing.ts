import { sql } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { openAt } from '../../projects/queries/states.ts'
import { projects } from '../../projects/schema.ts'
import { visible } from '../../talents/queries/shown.ts'
import { talents } from '../../talents/schema.ts'

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
