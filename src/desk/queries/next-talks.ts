import { sql } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { type Declined, declinedWithin, NEXT_DAYS } from '../rules/next-talks.ts'

/**
 * Of people whom companies declined, by whether the company had marked them as runner-up: how many there were, and how many had a
 * conversation about another project arranged in time. A person counts once, by the first decline of the year. For the program's own
 * eyes: the desk reads what `nextTalksOf` leaves of it.
 */
export async function declinedAndNext(tx: Tx, now: Date): Promise<Declined[]> {
  const { from, until } = declinedWithin(now)
  const soon = sql.raw(`declined.at and declined.at + interval '${NEXT_DAYS} days'`)
  const { rows } = await tx.execute<{ marked: boolean; people: number; went: number }>(sql`
    with declined as (
      select distinct on (account_id) account_id, project_id, declined_at as at, runner_up_at is not null as marked
      from applications
      where declined_at >= ${from.toISOString()}::timestamptz and declined_at < ${until.toISOString()}::timestamptz
        and sent_at is not null and withdrawn_at is null
      order by account_id, declined_at, id),
    told as (
      select marked,
        exists (select 1 from interviews i join applications a on a.id = i.application_id
          where i.account_id = declined.account_id and a.project_id <> declined.project_id
            and i.cancelled_at is null and i.chosen_at between ${soon})
        or exists (select 1 from talks t
          where t.account_id = declined.account_id and t.project_id <> declined.project_id
            and t.cancelled_at is null and t.chosen_at between ${soon})
        or exists (select 1 from scouts s
          where s.account_id = declined.account_id and s.project_id <> declined.project_id
            and s.accepted_at between ${soon}) as went
      from declined)
    select marked, count(*)::int as people, (count(*) filter (where went))::int as went from told group by marked`)
  return rows.map(({ marked, people, went }) => ({ marked, people: Number(people), went: Number(went) }))
}
