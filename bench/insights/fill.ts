import { sql } from 'drizzle-orm'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import type { Tx } from '../../src/lib/db.ts'

/** Contracts for each company, and for each person. */
const EACH = { company: 12, person: 4 }

/** Sealed contracts over some years until October 2026, with all that they hang on, drawn by their number. */
export async function fillContracts(tx: Tx, years: number, yearly: number): Promise<void> {
  const contracts = years * yearly
  const [companies, people] = [Math.ceil(contracts / EACH.company), Math.ceil(contracts / EACH.person)]
  const codes = sql`${sql.param(jobCodes().places.map(({ leaf }) => leaf.id))}::text[]`
  const at = sql`timestamptz '2020-01-01T00:00:00Z'`
  // 1 … most, the same for a number in every run.
  const drawn = (what: string, most: number) => sql.raw(`(1 + abs(hashtext('${what}' || n)::bigint) % ${most})`)
  const id = (kind: string, n = 'n') => sql.raw(`md5('${kind}' || ${n})::uuid`)
  const each = (most: number) => sql.raw(`generate_series(1, ${most}) n`)
  await tx.execute(sql`insert into organisations (id, kind, created_at)
    select ${id('company')}, 'company', ${at} from ${each(companies)}`)
  await tx.execute(sql`insert into companies (id, name, prefecture, industry, created_at, updated_at, verified_at)
    select ${id('company')}, '会社' || n, ${drawn('prefecture', 47)},
      (array['food', 'crafts', 'lodging', 'retail', 'machinery', 'agriculture'])[${drawn('industry', 6)}], ${at}, ${at}, ${at}
    from ${each(companies)}`)
  await tx.execute(sql`insert into accounts (id, email, created_at, updated_at)
    select ${id('account')}, 'p' || n || '@example.jp', ${at}, ${at} from ${each(people)}`)
  await tx.execute(sql`insert into talents (id, account_id, prefecture, availability, published_at, employer_answered_at,
      created_at, updated_at)
    select ${id('talent')}, ${id('account')}, case when n % 3 = 0 then ${drawn('home', 47)} else 13 end, 'now', ${at}, ${at}, ${at}, ${at}
    from ${each(people)}`)
  await tx.execute(sql`insert into talent_codes (talent_id, code, level, years)
    select ${id('talent')}, (${codes})[${drawn('knows', 450)}], 3, 5 from ${each(people)}
    on conflict do nothing`)
  const company = sql.raw(`1 + abs(hashtext('of' || n)::bigint) % ${companies}`)
  const person = sql.raw(`1 + abs(hashtext('by' || n)::bigint) % ${people}`)
  const sealed = sql`timestamptz '2026-10-31T00:00:00Z' - make_interval(secs => ${sql.raw(`n * ${Math.floor((years * 365 * 86_400) / contracts)}`)})`
  await tx.execute(sql`create temporary table drawn on commit drop as
    select n, ${company} as company, ${person} as person, ${sealed} as sealed from ${each(contracts)}`)
  await tx.execute(sql`insert into projects (id, company_id, created_at, updated_at, published_at)
    select ${id('project')}, ${id('company', 'company')}, sealed - interval '40 days', sealed, sealed - interval '30 days' from drawn`)
  await tx.execute(sql`insert into project_codes (project_id, code, position)
    select ${id('project')}, (${codes})[${drawn('asks', 450)}], 0 from drawn`)
  await tx.execute(sql`insert into applications (id, project_id, company_id, talent_id, account_id, created_at)
    select ${id('application')}, ${id('project')}, ${id('company', 'company')}, ${id('talent', 'person')},
      ${id('account', 'person')}, sealed - interval '20 days' from drawn`)
  await tx.execute(sql`insert into contracts (id, application_id, project_id, company_id, talent_id, account_id, created_at,
      sealed_at, ended_at)
    select ${id('contract')}, ${id('application')}, ${id('project')}, ${id('company', 'company')}, ${id('talent', 'person')},
      ${id('account', 'person')}, sealed - interval '5 days', sealed, sealed + interval '90 days' from drawn`)
  await tx.execute(sql`insert into reviews (id, contract_id, company_id, account_id, side, written_by, outcome, result, feedback,
      gained, submitted_at)
    select ${id('review')}, ${id('contract')}, ${id('company', 'company')}, ${id('account', 'person')}, 'company',
      ${id('account', 'person')}, 'reached', '結果', '', '原価の表', sealed + interval '95 days' from drawn where n % 3 > 0`)
  await tx.execute(sql`analyze`)
}
