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
    created: string
    ended: string | null
  })[]
  /** What history noted when a contract was sealed. */
  seals: Map<string, { codes?: string[]; from?: number | null; to?: number; toIndustry?: string }>
  companies: Map<string, { prefecture: number; industry: string }>
  homes: Map<string, number | null>
  codes: Map<string, string[]>
  /** Everything that was ever published. */
  projects: (Id & {
    company: string
    published: string
    withdrawn: string | null
    fee: number | null
    kind: string
    prefecture: number | null
    industry: string | null
  })[]
  /** By project: every application. */
  sent: Map<string, { project: string; sent: string | null; accepted: string | null }[]>
  /** By contract: when something was left. */
  notes: Map<string, string[]>
  marks: { account: string; company: string; agreed: string }[]
  staff: { account: string; company: string; since: string; until: string | null }[]
}

/** A moment as a text that sorts. */
export const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`)

/** Rows as they lie there, table by table, nothing joined and nothing counted; times as texts that sort. */
export async function readRaw(tx: Tx): Promise<Raw> {
  const all = async <T extends Record<string, unknown>>(query: SQL) => (await tx.execute<T>(query)).rows
  const contracts = await all<Raw['contracts'][number]>(sql`
    select id, number, company_id as company, talent_id as talent, account_id as account, project_id as project,
      ${iso('sealed_at')} as sealed, ${iso('created_at')} as created,
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
  const people = await all<Id & { prefecture: number | null }>(sql`select id, prefecture from talents`)
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
  const applications = await all<Id & { account: string; company: string }>(sql`
    select id, account_id as account, company_id as company from applications where runner_up_at is not null`)
  const agreed = await all<Id & { account: string; at: string }>(sql`
    select subject_id as id, account_id as account, ${iso('given_at')} as at from consents where purpose = 'runner-up'`)
  const projects = await all<Raw['projects'][number]>(sql`
    select id, company_id as company, ${iso('published_at')} as published, ${iso('withdrawn_at')} as withdrawn, fee,
      contract_kind as kind, prefecture, industry from projects where published_at is not null`)
  const sent = await all<{ project: string; sent: string | null; accepted: string | null }>(sql`
    select project_id as project, ${iso('sent_at')} as sent, ${iso('accepted_at')} as accepted from applications`)
  return {
    ...{ projects, sent: Map.groupBy(sent, ({ project }) => project) },
    ...{ contracts, seals, codes, notes },
    companies: new Map(companies.map((row) => [row.id, row])),
    homes: new Map(people.map(({ id, prefecture }) => [id, prefecture])),
    marks: agreed.flatMap(({ id, account, at }) =>
      applications
        .filter((row) => row.id === id && row.account === account)
        .map(({ company }) => ({ account, company, agreed: at })),
    ),
    staff: await all(sql`select account_id as account, organisation_id as company, ${iso('since')} as since,
      ${iso('until')} as until from memberships`),
  }
}
