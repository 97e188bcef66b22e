import { and, asc, desc, eq, gt, gte, isNull, or, type SQL, sql } from 'drizzle-orm'
import { companies, partnerCompanies, partnerLooks } from '../companies/schema.ts'
import { LEAST_COMPANIES } from '../insights/rules/withhold.ts'
import type { Tx } from '../lib/db.ts'
import type { LegalDate } from '../lib/time.ts'
import { stateOf } from '../projects/rules/state.ts'
import { type Consent, FIELDS, type SeenCompany, type SeenProject, type Stage } from './rules/consent.ts'
import { type Partner, partners } from './schema.ts'

export async function partnerOf(tx: Tx, partnerId: string): Promise<Partner | undefined> {
  const [partner] = await tx.select().from(partners).where(eq(partners.id, partnerId))
  return partner
}

/** The companies that consent now to be seen by this partner, with the stages of their projects and what else each allows. */
export async function companiesOfPartner(tx: Tx, partnerId: string, now: Date): Promise<SeenCompany[]> {
  const rows = await tx
    .select({
      id: companies.id,
      name: companies.name,
      prefecture: companies.prefecture,
      municipality: companies.municipality,
      until: partnerCompanies.until,
      fields: partnerCompanies.fields,
    })
    .from(partnerCompanies)
    .innerJoin(companies, eq(companies.id, partnerCompanies.companyId))
    .where(and(eq(partnerCompanies.partnerId, partnerId), consentHolds(now)))
    .orderBy(asc(companies.nameKana), asc(companies.name), asc(companies.id))
  const projects = await seenProjects(tx, now)
  return rows.map((company) => ({
    ...company,
    fields: FIELDS.filter((field) => company.fields.includes(field)),
    projects: projects.get(company.id) ?? [],
  }))
}

/** A company shows itself to a partner: as `isLive` says it, for a query. */
export function consentHolds(now: Date): SQL {
  const { revokedAt, until } = partnerCompanies
  return and(isNull(revokedAt), or(isNull(until), gt(until, now)))!
}

/** How many companies consent, for the lending side of a bank: null where they are too few to be told. */
export async function countedOfPartner(tx: Tx, now: Date): Promise<number | null> {
  const { rows } = await tx.execute<{ n: number }>(sql`select app_partner_count(${now}) as n`)
  const count = Number(rows[0]?.n ?? 0)
  return count < LEAST_COMPANIES ? null : count
}

/** As the database names them; raw rows come with text for moments. */
const DATES = [
  ...([
    'submitted_at',
    'returned_at',
    'published_at',
    'closed_at',
    'filled_at',
    'unfilled_at',
    'withdrawn_at',
  ] as const),
  ...(['sealed_at', 'ended_at'] as const),
] as const
type Row = { company_id: string; number: number } & Record<(typeof DATES)[number], string | null>
type Details = Pick<SeenProject, 'title' | 'fee' | 'outcome'>

/** By company. The database itself gives a partner no more than these dates, and of the rest what the company allows. */
async function seenProjects(tx: Tx, now: Date): Promise<Map<string, SeenProject[]>> {
  const { rows } = await tx.execute<Row & Details>(
    sql`select p.*, d.title, d.fee, d.outcome from app_partner_projects(${now}) p
      left join app_partner_details(${now}) d on d.number = p.number order by p.number`,
  )
  const found = new Map<string, SeenProject[]>()
  for (const row of rows) found.set(row.company_id, [...(found.get(row.company_id) ?? []), seen(row)])
  return found
}

function seen(row: Row & Details): SeenProject {
  const date = (name: (typeof DATES)[number]) => {
    const text = row[name]
    return text === null ? null : new Date(text)
  }
  const dated = {
    submittedAt: date('submitted_at'),
    returnedAt: date('returned_at'),
    publishedAt: date('published_at'),
    closedAt: date('closed_at'),
    filledAt: date('filled_at'),
    unfilledAt: date('unfilled_at'),
    withdrawnAt: date('withdrawn_at'),
  }
  const [sealedAt, endedAt] = [date('sealed_at'), date('ended_at')]
  const state = stateOf(dated)
  const stage: Stage = state !== 'filled' || !sealedAt ? state : endedAt ? 'ended' : 'working'
  const since = { ...dated, draftAt: null, workingAt: sealedAt, endedAt }[`${stage}At` as const]
  const { number, title, fee, outcome } = row
  return { ...{ number, title, fee, outcome }, stage, since: (since ?? dated.publishedAt ?? dated.submittedAt)! }
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
      fields: partnerCompanies.fields,
    })
    .from(partnerCompanies)
    .innerJoin(partners, eq(partners.id, partnerCompanies.partnerId))
    .where(eq(partnerCompanies.companyId, companyId))
    .orderBy(sql`${partnerCompanies.consentedAt} desc`, asc(partners.name))
}

/** What partners saw of a company since a day, the newest first: one row a partner, day and field. */
export async function looksAtCompany(tx: Tx, companyId: string, since: LegalDate) {
  return tx
    .select({ partnerId: partnerLooks.partnerId, day: partnerLooks.day, field: partnerLooks.field })
    .from(partnerLooks)
    .where(and(eq(partnerLooks.companyId, companyId), gte(partnerLooks.day, since)))
    .orderBy(desc(partnerLooks.day), asc(partnerLooks.at))
}
