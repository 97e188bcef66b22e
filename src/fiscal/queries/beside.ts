import { and, eq, gte, isNotNull, lt, sql } from 'drizzle-orm'
import { events, registrations } from '../../events/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { type LegalDate, startOfDay } from '../../lib/time.ts'
import { programmes } from '../../partners/schema.ts'
import type { Goals, Held } from '../rules/report.ts'
import { firstDayOf } from '../rules/year.ts'

/** What the programmes that began in a year were to reach, all together; without what none of them has a goal for. */
export async function goalsOfYear(tx: Tx, partnerId: string, year: number): Promise<Goals> {
  const rows = await tx
    .select()
    .from(programmes)
    .where(
      and(
        ...[eq(programmes.partnerId, partnerId), isNotNull(programmes.publishedAt)],
        ...[gte(programmes.firstDay, firstDayOf(year)), lt(programmes.firstDay, firstDayOf(year + 1))],
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
