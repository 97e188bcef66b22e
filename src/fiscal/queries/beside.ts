import { and, eq, gte, isNotNull, lt, sql } from 'drizzle-orm'
import { contracts } from '../../contracts/schema.ts'
import { events, registrations } from '../../events/schema.ts'
import { fiscalYear } from '../../law/fiscal-year.ts'
import type { Tx } from '../../lib/db.ts'
import { type LegalDate, startOfDay } from '../../lib/time.ts'
import { programmes } from '../../partners/schema.ts'
import { grants } from '../../subsidies/schema.ts'
import { workMonths } from '../../works/schema.ts'
import type { Goals, Held, WentOn } from '../rules/report.ts'
import { type Days, ofPartner } from './facts.ts'

/**
 * What the programmes that began in a year were to reach, all together; without what none of them has a goal for. Companies that are
 * to take part in a programme are told on its own page: here stand those that consented.
 */
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

/**
 * Events of a partner that are over, and who was at the door; for the program's own eyes. Names go after some months, so that nobody
 * knows who came twice: as many people at least as came to the largest.
 */
export async function eventsOfYear(
  tx: Tx,
  partnerId: string,
  days: { from: LegalDate; end: LegalDate },
): Promise<Held> {
  const { rows } = await tx.execute<Held>(sql`
    select count(*)::int as events, coalesce(sum(guests), 0)::int as attendees, coalesce(max(guests), 0)::int as people from (
    select count(${registrations.id}) as guests from ${events} left join ${registrations}
      on ${registrations.eventId} = ${events.id} and ${registrations.checkedInAt} is not null
    where ${events.partnerId} = ${partnerId} and ${events.publishedAt} is not null and ${events.calledOffAt} is null
      and ${events.endsAt} >= ${startOfDay(days.from)} and ${events.endsAt} < ${startOfDay(days.end)}
    group by ${events.id}) held`)
  return rows[0]!
}

/**
 * Companies that in this year made a contract or had work done after what helped them was over: after a programme of this partner in
 * whose days they had a contract, or without a subsidy after such a programme or a contract that one paid a part of. While they let
 * the partner see them. For the program's own eyes.
 */
export async function goneOnAfter(tx: Tx, partnerId: string, days: Days): Promise<WentOn[]> {
  const tokyo = (moment: typeof contracts.sealedAt) => sql`(${moment} at time zone 'Asia/Tokyo')::date`
  const { rows } = await tx.execute<WentOn>(sql`
    with scope as (${ofPartner(partnerId)}), aided as (
      select ${grants.projectId} as project from ${grants}
        where ${grants.grantedYen} is not null and ${grants.withdrawnAt} is null
    ), sealed as (
      select ${contracts.id} as id, ${contracts.companyId} as company, ${contracts.projectId} as project,
        ${contracts.sealedAt} as at, ${tokyo(contracts.sealedAt)} as day from ${contracts} where ${contracts.sealedAt} is not null
    ), later as (
      select company, project, at, day, at as began from sealed
      union all select company, project, ${workMonths.month}::timestamp at time zone 'Asia/Tokyo', ${workMonths.month}, at
        from ${workMonths} join sealed on sealed.id = ${workMonths.contractId} where ${workMonths.confirmedAt} < ${days.known}
    ), seen as (
      select company, project in (select project from aided) as is_aided,
        exists (select from sealed before join ${programmes} on before.day between ${programmes.firstDay} and ${programmes.lastDay}
          where before.company = later.company and ${programmes.partnerId} = ${partnerId}
            and ${programmes.publishedAt} is not null and ${programmes.lastDay} < later.day) as after_programme,
        exists (select from sealed before join aided using (project)
          where before.company = later.company and before.at < later.began) as after_aid
      from later join scope using (company)
      where at >= ${startOfDay(days.from)} and at < ${startOfDay(days.end)} and at >= since and (gone is null or at < gone)
    )
    select company, bool_or(after_programme) as continued,
      bool_or(not is_aided and (after_programme or after_aid)) as unaided
    from seen group by company having bool_or(after_programme or (after_aid and not is_aided))`)
  return rows
}

/** How many companies let a partner see them at a moment. For the program's own eyes. */
export async function standingOf(tx: Tx, partnerId: string, at: Date): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from (${ofPartner(partnerId)}) scope where consented < ${at} and (gone is null or gone >= ${at})`)
  return rows[0]!.n
}
