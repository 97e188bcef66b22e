import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'

type Span = { from: number; to: number | null }
type Where = { prefecture: number; town: string | null }
/** Rows as they lie there, times in milliseconds, days and months as texts; nothing joined and nothing counted. */
export type FiscalRows = {
  partners: { id: string; slug: string; prefecture: number; area: string[] }[]
  /** By partner and company, the earliest first. */
  consents: { partner: string; company: string; spans: Span[] }[]
  companies: Map<string, { id: string; prefecture: number; town: string; industry: string; changed: number }>
  worries: { company: string | null; at: number }[]
  projects: Map<
    string,
    { id: string; company: string; programme: string | null; at: number | null; off: number | null }
  >
  /** Each time a project joined a programme, or left it (null), in that order. */
  moves: { project: string; programme: string | null; at: number }[]
  /** By project, what matters most first. */
  codes: Map<string, string[]>
  applications: { account: string; company: string; project: string; at: number }[]
  contracts: Map<
    string,
    { id: string; account: string; company: string; project: string; at: number; over: number | null }
  >
  /** By contract: the terms that both agreed to, the last ones last. */
  terms: Map<string, { kind: string; yen: number }[]>
  months: Map<
    string,
    { id: string; contract: string; company: string; day: string; hours: number; told: number; sure: number | null }
  >
  visits: ({ month: string; account: string; company: string; day: string } & Where)[]
  grants: {
    partner: string | null
    company: string
    project: string
    year: number
    expected: number
    planned: number
    applied: number | null
    shown: number | null
    decided: number | null
    granted: number | null
    paid: number | null
    got: number | null
    gone: number | null
    released: number | null
  }[]
  /** What an office promised outside, and what it wrote its budget to be, by partner, subsidy and year. */
  outside: Map<string, number>
  budgets: Map<string, number | null>
  programmes: {
    id: string
    partner: string
    first: string
    last: string
    public: boolean
    goals: Record<'projects' | 'contracts' | 'visits' | 'attendees', number | null>
  }[]
  events: Map<
    string,
    {
      id: string
      partner: string | null
      programme: string | null
      begins: number
      ends: number
      counts: boolean
    } & Where
  >
  /** Whoever was at the door. */
  came: { event: string; account: string | null; at: number }[]
  /** Who lets which partner count them. */
  counted: { account: string; partner: string; from: number; revoked: number | null; until: number | null }[]
  /** Places that somebody is bound to without a contract or the like: by marks and ties, and by whom they brought. */
  known: ({ account: string; kind: 'knows' | 'introduced'; at: number | null } & Where)[]
}

/** A moment in milliseconds. */
export const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`)

export async function readFiscalRows(tx: Tx): Promise<FiscalRows> {
  const all = async <T extends Record<string, unknown>>(query: SQL) => (await tx.execute<T>(query)).rows
  const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]))
  const lists = (rows: { id: string; what: unknown }[]) => {
    const found = new Map<string, never[]>()
    for (const { id, what } of rows) found.set(id, [...(found.get(id) ?? []), what as never])
    return found
  }
  return {
    partners: await all(sql`select id, slug, prefecture, area from partners order by slug`),
    consents: (
      await all<{
        partner: string
        company: string
        at: number
        revoked: number | null
        until: number | null
        was: [string, string][]
      }>(
        sql`select partner_id as partner, company_id as company, ${ms('consented_at')} as at, ${ms('revoked_at')} as revoked,
          ${ms('until')} as until, earlier as was from partner_companies`,
      )
    ).map(({ partner, company, at, revoked, until, was }) => ({
      ...{ partner, company },
      spans: [
        ...was.map(([from, to]) => ({ from: Date.parse(from), to: Date.parse(to) })),
        { from: at, to: revoked === null || until === null ? (revoked ?? until) : Math.min(revoked, until) },
      ].sort((a, b) => a.from - b.from),
    })),
    companies: byId(
      await all(sql`select id, prefecture, coalesce(municipality, '') as town, industry, ${ms('updated_at')} as changed
        from companies`),
    ),
    worries: await all(sql`select company_id as company, ${ms('created_at')} as at from worries`),
    projects: byId(
      await all(sql`select id, company_id as company, programme_id as programme, ${ms('published_at')} as at,
        ${ms('withdrawn_at')} as off from projects`),
    ),
    moves: await all(sql`select subject_id as project, ${ms('at')} as at,
      case when act = 'project.programme-joined' then data->>'programme' end as programme
      from history where act like 'project.programme-%' order by id`),
    codes: lists(
      await all(sql`select project_id as id, code as what from project_codes order by project_id, position, code`),
    ),
    applications: await all(sql`select account_id as account, company_id as company, project_id as project,
      ${ms('sent_at')} as at from applications where sent_at is not null`),
    contracts: byId(
      await all(sql`select id, account_id as account, company_id as company, project_id as project, ${ms('sealed_at')} as at,
        ${ms('case when ended_at is null then ended_early_at else ended_at end')} as over
        from contracts where sealed_at is not null`),
    ),
    terms: lists(
      await all(sql`select contract_id as id, json_build_object('kind', terms->>'feeKind', 'yen', (terms->>'feeYen')::int) as what
        from contract_versions where company_agreed_at is not null and talent_agreed_at is not null order by contract_id, n`),
    ),
    months: byId(
      await all(sql`select id, contract_id as contract, company_id as company, month::text as day, hours,
        ${ms('reported_at')} as told, ${ms('confirmed_at')} as sure from work_months order by month`),
    ),
    visits:
      await all(sql`select work_month_id as month, account_id as account, company_id as company, visited_on::text as day,
      prefecture, municipality as town from visits`),
    grants:
      await all(sql`select partner_id as partner, company_id as company, project_id as project, fiscal_year as year,
      expected_yen as expected, ${ms('planned_at')} as planned, ${ms('applied_at')} as applied, ${ms('shared_at')} as shown,
      ${ms('decided_at')} as decided, granted_yen as granted, ${ms('paid_at')} as paid, paid_yen as got,
      ${ms('withdrawn_at')} as gone, ${ms('released_at')} as released from grants`),
    outside: new Map(
      (
        await all<{ id: string; yen: number }>(sql`select concat_ws(' ', partner_id, subsidy_id, fiscal_year) as id,
          outside_yen as yen from subsidy_ledgers`)
      ).map(({ id, yen }) => [id, yen]),
    ),
    budgets: new Map(
      (
        await all<{
          id: string
          yen: number | null
        }>(sql`select concat_ws(' ', partner_id, subsidy_id, fiscal_year) as id,
          (terms->>'budget')::int as yen from subsidy_years`)
      ).map(({ id, yen }) => [id, yen]),
    ),
    programmes: await all(sql`select id, partner_id as partner, first_day::text as first, last_day::text as last,
      published_at is not null as public, json_build_object('projects', goal_projects, 'contracts', goal_contracts,
        'visits', goal_visits, 'attendees', goal_attendees) as goals from programmes`),
    events: byId(
      await all(sql`select id, partner_id as partner, programme_id as programme, ${ms('begins_at')} as begins,
        ${ms('ends_at')} as ends, prefecture, municipality as town, published_at is not null and called_off_at is null as counts from events`),
    ),
    came: await all(sql`select event_id as event, account_id as account, ${ms('checked_in_at')} as at
      from registrations where checked_in_at is not null`),
    counted: await all(sql`select account_id as account, recipient_id as partner, ${ms('given_at')} as from,
      ${ms('revoked_at')} as revoked, ${ms('until')} as until from consents where purpose = 'ladder'`),
    known: [
      ...(await all<FiscalRows['known'][number]>(sql`
        select account_id as account, 'knows' as kind, null as at, ties.prefecture, ties.municipality as town
        from ties, talents where talents.id = talent_id`)),
      ...(await all<FiscalRows['known'][number]>(sql`
        select account_id as account, 'knows' as kind, ${ms('marked_at')} as at, companies.prefecture, companies.municipality as town
        from interests, companies where companies.id = company_id`)),
      ...(
        await all<{ account: string; at: number; place: string }>(sql`
        select signposts.account_id as account, ${ms('said_at')} as at, place from signposts, signpost_arrivals
        where signpost_id = signposts.id`)
      ).map(({ account, at, place }) => {
        const town = /^\d{5}$/.test(place) ? place : null
        return { account, kind: 'introduced' as const, at, prefecture: Number(place.slice(0, 2)), town }
      }),
    ],
  }
}

const AHEAD = 9 * 3_600_000
export const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`) - AHEAD
export const dayOf = (at: number) => new Date(at + AHEAD).toISOString().slice(0, 10)
