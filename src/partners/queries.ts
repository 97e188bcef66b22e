import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import { companies, partnerCompanies } from '../companies/schema.ts'
import type { Tx } from '../lib/db.ts'
import { type State, stateOf } from '../projects/rules/state.ts'
import type { Consent } from './rules.ts'
import { type Partner, partners } from './schema.ts'

/** How far a project is, as a partner sees it: after it is filled, what became of the contract. */
export type Stage = State | 'working' | 'ended'
export type SeenProject = { readonly number: number; readonly stage: Stage; readonly since: Date }
export type SeenCompany = {
  readonly id: string
  readonly name: string
  readonly prefecture: number
  readonly municipality: string | null
  readonly until: Date | null
  readonly projects: readonly SeenProject[]
}

export async function partnerOf(tx: Tx, partnerId: string): Promise<Partner | undefined> {
  const [partner] = await tx.select().from(partners).where(eq(partners.id, partnerId))
  return partner
}

/** The companies that consent now to be seen by this partner, with the stages of their projects and nothing else. */
export async function companiesOfPartner(tx: Tx, partnerId: string, now: Date): Promise<SeenCompany[]> {
  const rows = await tx
    .select({
      id: companies.id,
      name: companies.name,
      prefecture: companies.prefecture,
      municipality: companies.municipality,
      until: partnerCompanies.until,
    })
    .from(partnerCompanies)
    .innerJoin(companies, eq(companies.id, partnerCompanies.companyId))
    .where(
      and(
        eq(partnerCompanies.partnerId, partnerId),
        isNull(partnerCompanies.revokedAt),
        or(isNull(partnerCompanies.until), gt(partnerCompanies.until, now)),
      ),
    )
    .orderBy(asc(companies.nameKana), asc(companies.name), asc(companies.id))
  const projects = await seenProjects(tx, now)
  return rows.map((company) => ({ ...company, projects: projects.get(company.id) ?? [] }))
}

type Row = { company_id: string; number: number } & Record<(typeof DATES)[number], Date | null>
const DATES = [
  ...(['submitted_at', 'returned_at', 'published_at', 'closed_at', 'filled_at', 'unfilled_at', 'withdrawn_at'] as const),
  ...(['sealed_at', 'ended_at'] as const),
] as const

/** By company. The database itself gives a partner no more than these dates. */
async function seenProjects(tx: Tx, now: Date): Promise<Map<string, SeenProject[]>> {
  const { rows } = await tx.execute<Row>(sql`select * from app_partner_projects(${now}) order by number`)
  const found = new Map<string, SeenProject[]>()
  for (const row of rows) found.set(row.company_id, [...(found.get(row.company_id) ?? []), seen(row)])
  return found
}

function seen(row: Row): SeenProject {
  const dates = DATES.map((name) => row[name] && new Date(row[name]))
  const [submittedAt, returnedAt, publishedAt, closedAt, filledAt, unfilledAt, withdrawnAt, sealedAt, endedAt] =
    dates as (Date | null)[]
  const dated = { submittedAt, returnedAt, publishedAt, closedAt, filledAt, unfilledAt, withdrawnAt }
  const state = stateOf({ ...(dated as { [K in keyof typeof dated]: Date | null }) })
  const stage = state !== 'filled' || !sealedAt ? state : endedAt ? 'ended' : 'working'
  const since = {
    draft: null,
    submitted: submittedAt,
    returned: returnedAt,
    published: publishedAt,
    closed: closedAt,
    filled: filledAt,
    unfilled: unfilledAt,
    withdrawn: withdrawnAt,
    working: sealedAt,
    ended: endedAt,
  }[stage]
  return { number: row.number, stage, since: (since ?? submittedAt ?? publishedAt)! }
}

/** Everybody to whom a company shows itself, or showed itself, the newest first. */
export async function consentsOfCompany(tx: Tx, companyId: string): Promise<Consent[]> {
  return tx
    .select({
      partnerId: partners.id,
      name: partners.name,
      kind: partners.kind,
      phone: partners.phone,
      consentedAt: partnerCompanies.consentedAt,
      until: partnerCompanies.until,
      revokedAt: partnerCompanies.revokedAt,
    })
    .from(partnerCompanies)
    .innerJoin(partners, eq(partners.id, partnerCompanies.partnerId))
    .where(eq(partnerCompanies.companyId, companyId))
    .orderBy(sql`${partnerCompanies.consentedAt} desc`, asc(partners.name))
}
