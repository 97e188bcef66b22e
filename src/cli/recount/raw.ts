import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'

type Id = { id: string }
export type Raw = {
  contracts: (Id & {
    number: number
    company: string
    talent: string
    account: string
    project: string
    sealed: string
    bid: string
    ended: string | null
  })[]
  /** What history noted when a contract was sealed. */
  seals: Map<
    string,
    { codes?: string[]; from?: number | null; fromIndustry?: string | null; to?: number; toIndustry?: string }
  >
  companies: Map<string, { prefecture: number; industry: string }>
  homes: Map<string, number | null>
  /** What somebody knows best. */
  trades: Map<string, string | null>
  codes: Map<string, string[]>
  /** Everything that was ever published. */
  projects: (Id & {
    company: string
    published: string
    withdrawn: string | null
    fee: number | null
    hours: number | null
    apart: boolean
    kind: string
    prefecture: number | null
    industry: string | null
  })[]
  /** By project: every application. */
  sent: Map<string, { project: string; sent: string | null; accepted: string | null }[]>
  /** By contract: when something was left. */
  notes: Map<string, string[]>
  /** Who was shown around as a runner-up of whom, where, from when until when. */
  marks: { account: string; company: string; project: string; from: string; until: string }[]
  /** When each application was begun. */
  begun: Map<string, string>
  /** Where the work of each project is. */
  places: Map<string, number | null>
  /** By contract: the first release that counted it. */
  known: Map<string, string>
  staff: { account: string; company: string; since: string; until: string | null }[]
}

/** A moment as a text that sorts. */
export const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`)

/** Rows as they lie there, table by table, nothing joined and nothing counted; times as texts that sort. */
export async function readRaw(tx: Tx): Promise<Raw> {
  const all = async <T extends Record<string, unknown>>(query: SQL) => (await tx.execute<T>(query)).rows
  const contracts = await all<Raw['contracts'][number]>(sql`
    select id, number, company_id as company, talent_id as talent, account_id as account, project_id as project,
      ${iso('sealed_at')} as sealed, application_id as bid,
      ${iso('case when ended_at is null then ended_early_at else ended_at end')} as ended
    from contracts where sealed_at is not null`)
  const seals = new Map<string, never>()
  for (const { id, data } of await all<Id & { data: never }>(
    sql`select subject_id as id, data from history where act = 'contract.sealed' order by id desc`,
  )) {
    seals.set(id, data)
  }
  const companies = await all<Id & { prefecture: number; industry: string }>(
    sql`select id, prefecture, industry from companies`,
  )
  const people = await all<Id & { prefecture: number | null; industries: string[] }>(
    sql`select id, prefecture, industries from talents`,
  )
  const codes = new Map<string, string[]>()
  for (const { id, code } of await all<Id & { code: string }>(
    sql`select project_id as id, code from project_codes order by position, code`,
  )) {
    codes.set(id, [...(codes.get(id) ?? []), code])
  }
  const notes = new Map<string, string[]>()
  for (const { id, at } of [
    ...(await all<Id & { at: string }>(
      sql`select contract_id as id, ${iso('written_at')} as at from handover_notes where version >= 1`,
    )),
    ...(await all<Id & { at: string }>(sql`
      select contract_id as id, ${iso('submitted_at')} as at from reviews where side = 'company' and length(gained) > 0`)),
  ]) {
    notes.set(id, [...(notes.get(id) ?? []), at])
  }
  const applications = await all<
    Id & { account: string; company: string; project: string; begun: string; marked: string | null }
  >(sql`select id, account_id as account, company_id as company, project_id as project, ${iso('created_at')} as begun,
    ${iso('runner_up_at')} as marked from applications`)
  const agreed = await all<Id & { account: string; from: string; until: string; revoked: string | null }>(sql`
    select subject_id as id, account_id as account, ${iso('given_at')} as from, ${iso('until')} as until,
      ${iso('revoked_at')} as revoked from consents where purpose = 'runner-up'`)
  const places = await all<Id & { prefecture: number | null }>(sql`select id, prefecture from projects`)
  const known = await all<Id & { since: string }>(
    sql`select contract_id as id, min(since)::text as since from flow_counts group by 1`,
  )
  const projects = await all<Raw['projects'][number]>(sql`
    select id, company_id as company, ${iso('published_at')} as published, ${iso('withdrawn_at')} as withdrawn, fee, hours,
      (style = 'remote') is true or travel_paid is distinct from false as apart, contract_kind as kind, prefecture, industry from projects where published_at is not null`)
  const sent = await all<{ project: string; sent: string | null; accepted: string | null }>(sql`
    select project_id as project, ${iso('sent_at')} as sent, ${iso('accepted_at')} as accepted from applications`)
  return {
    ...{ projects, sent: Map.groupBy(sent, ({ project }) => project) },
    ...{ contracts, seals, codes, notes },
    companies: new Map(companies.map((row) => [row.id, row])),
    homes: new Map(people.map(({ id, prefecture }) => [id, prefecture])),
    trades: new Map(people.map(({ id, industries }) => [id, industries[0] ?? null])),
    begun: new Map(applications.map(({ id, begun }) => [id, begun])),
    places: new Map(places.map(({ id, prefecture }) => [id, prefecture])),
    known: new Map(known.map(({ id, since }) => [id, since])),
    marks: agreed.flatMap(({ id, account, from, until, revoked }) =>
      applications
        .filter((row) => row.id === id && row.account === account && row.marked !== null)
        .map(({ company, project }) => {
          return { account, company, project, from, until: revoked !== null && revoked < until ? revoked : until }
        }),
    ),
    staff: await all(sql`select account_id as account, organisation_id as company, ${iso('since')} as since,
      ${iso('until')} as until from memberships`),
  }
}
