import { sql } from 'drizzle-orm'
import { cases } from '../../cases/schema.ts'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import type { Stop } from '../rules/trail.ts'

/** More would not be a picture any more. */
const MOST = 4

/**
 * How one person's knowledge went through several companies: the one who came to most prefectures under both names, each case as
 * everybody may read it. Only cases in which the person and the company let themselves be named: two nameless ones are never put
 * together, since nobody agreed to that. Empty while there is nobody with two companies.
 */
export async function trail(tx: Tx): Promise<Stop[]> {
  const { rows } = await tx.execute<Stop>(sql`
    with named as (
      select distinct on (${cases.accountId}, ${cases.companyId}) ${cases.id} as id, ${cases.number} as number,
        ${cases.accountId} as account, ${cases.talentName} as "talentName", ${companies.name} as "companyName",
        ${cases.prefecture} as prefecture, ${cases.industry} as industry, ${cases.title} as title,
        ${cases.learned} as learned
      from ${cases} join ${companies} on ${companies.id} = ${cases.companyId}
      where ${cases.publishedAt} is not null and ${cases.withdrawnAt} is null and ${cases.talentName} is not null
        and ${cases.companyOpenness} = 'named' and ${cases.talentOpenness} = 'named'
      order by ${cases.accountId}, ${cases.companyId}, ${cases.number}
    ), drawn as (
      select * from (select *, row_number() over (partition by account order by number) as turn from named) turns
      where turn <= ${MOST}
    ), farthest as (
      select account from drawn group by account having count(*) > 1
      order by count(distinct prefecture) desc, count(*) desc, max(number) desc limit 1
    )
    select id, "talentName", "companyName", prefecture, industry, title, learned
    from drawn join farthest using (account) order by number`)
  return rows
}
