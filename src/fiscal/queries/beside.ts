import { and, eq, gte, isNotNull, lt, sql } from 'drizzle-orm'
import { contracts } from '../../contracts/schema.ts'
import { events, registrations } from '../../events/schema.ts'
import { fiscalYear } from '../../law/fiscal-year.ts'
import type { Tx } from '../../lib/db.ts'
import { type LegalDate, startOfDay } from '../../lib/time.ts'
import { programmes } from '../../partners/schema.ts'
import { workMonths } from '../../works/schema.ts'
import type { Goals, Held } from '../rules/report.ts'
import { ofPartner } from './facts.ts'

/** What the programmes that began in a year were to reach, all together; without what none of them has a goal for. */
export async function goalsOfYear(tx: Tx, partnerId: string, year: number): Promise<Goals> {
  const rows = await tx
    .select()
    .from(programmes)
    .where(
      and(
        ...[eq(programmes.partnerId, partnerId), isNotNull(programmes.publishedAt)],
        ...[gte(programmes.firstDay, fiscalYear(year).first), lt(programmes.firstDay, fiscalYear(year + 1).first)],
      ),
    )
  const all = {
    companies: rows.map((row) => row.goalCompanies),
    projects: rows.map((row) => row.goalProjects),
    contracts: rows.map((row) => row.goalContracts),
    visits: rows.map((row) => row.goalVisits),
    attendees: rows.map((row) => row.goalAttendees),
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([figure, goals]) => {
      const set = goals.filter((goal) => goal !== null)
      return set.length > 0 ? [[figure, set.reduce((sum, goal) => sum + goal, 0)]] : []
    }),
  )
}

/** Events of a partner that are over, and who was at the door; for the program's own eyes. */
export async function eventsOfYear(
  tx: Tx,
  partnerId: string,
  days: { from: LegalDate; end: LegalDate },
): Promise<Held> {
  const { rows } = await tx.execute<Held>(sql`
    select count(distinct ${events.id})::int as events, count(${registrations.id})::int as attendees,
      count(distinct coalesce(${registrations.accountId}::text, ${registrations.email}, ${registrations.id}::text))::int as people
    from ${events} left join ${registrations}
      on ${registrations.eventId} = ${events.id} and ${registrations.checkedInAt} is not null
    where ${events.partnerId} = ${partnerId} and ${events.publishedAt} is not null and ${events.calledOffAt} is null
      and ${events.endsAt} >= ${startOfDay(days.from)} and ${events.endsAt} < ${startOfDay(days.end)}`)
  return rows[0]!
}

/**
 * Companies with a contract from the days of a programme of this partner that in this year, when the programme was over, made
 * another or had work done; while they let the partner see them. For the program's own eyes.
 */
export async function goneOnAfter(
  tx: Tx,
  partnerId: string,
  days: { from: LegalDate; end: LegalDate },
): Promise<number> {
  const tokyo = (moment: typeof contracts.sealedAt) => sql`(${moment} at time zone 'Asia/Tokyo')::date`
  const { rows } = await tx.execute<{ companies: number }>(sql`
    with scope as (${ofPartner(partnerId)}), later as (
      select ${contracts.companyId} as company, ${contracts.sealedAt} as at, ${tokyo(contracts.sealedAt)} as day from ${contracts}
      union all select ${workMonths.companyId}, ${workMonths.month}::timestamp at time zone 'Asia/Tokyo', ${workMonths.month}
        from ${workMonths} where ${workMonths.confirmedAt} is not null
    )
    select count(distinct later.company)::int as companies from later join scope using (company)
    where later.at >= ${startOfDay(days.from)} and later.at < ${startOfDay(days.end)}
      and later.at >= since and (gone is null or later.at < gone)
      and exists (select from ${contracts} join ${programmes} on ${tokyo(contracts.sealedAt)}
          between ${programmes.firstDay} and ${programmes.lastDay}
        where ${contracts.companyId} = later.company and ${programmes.partnerId} = ${partnerId}
          and ${programmes.publishedAt} is not null and ${programmes.lastDay} < later.day)`)
  return rows[0]!.companies
}
