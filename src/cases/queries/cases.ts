import { and, asc, count, desc, eq, inArray, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm'
import { fullName } from '../../accounts/rules.ts'
import { accounts, memberships, people } from '../../accounts/schema.ts'
import { companies } from '../../companies/schema.ts'
import type { Party } from '../../contracts/rules/side.ts'
import type { Tx } from '../../lib/db.ts'
import { projects } from '../../projects/schema.ts'
import type { Called } from '../rules/names.ts'
import { placesOf } from '../rules/places.ts'
import { type Case, cases } from '../schema.ts'

export function ownedCase(party: Party) {
  return party.side === 'company' ? eq(cases.companyId, party.companyId) : eq(cases.accountId, party.accountId)
}

/** The case of a contract, for one of its sides. */
export async function caseOf(tx: Tx, party: Party, contractId: string): Promise<Case | null> {
  const [row] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.contractId, contractId), ownedCase(party)))
  return row ?? null
}

/** The case of a project for which nobody was found, for its company: the one that still counts, else the newest. */
export async function caseOfProject(tx: Tx, companyId: string, projectId: string): Promise<Case | null> {
  const [row] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.projectId, projectId), eq(cases.companyId, companyId), isNull(cases.contractId)))
    .orderBy(sql`${cases.withdrawnAt} desc nulls first`)
    .limit(1)
  return row ?? null
}

const READABLE = ['anonymous', 'named'] as const

function open() {
  return and(isNull(cases.publishedAt), isNull(cases.withdrawnAt))
}

/** Whoever has a side in it lets the text as it stands be read. */
export function allowedToPublish() {
  return and(
    isNotNull(cases.companyConsentAt),
    inArray(cases.companyOpenness, [...READABLE]),
    or(isNull(cases.accountId), and(isNotNull(cases.talentConsentAt), inArray(cases.talentOpenness, [...READABLE]))),
  )
}

/** For the desk: what both sides let be read and nobody has read yet; whoever has waited longest stands first. */
export function readyCases(tx: Tx): Promise<Case[]> {
  return tx
    .select()
    .from(cases)
    .where(and(open(), allowedToPublish()))
    .orderBy(sql`greatest(${cases.companyConsentAt}, ${cases.talentConsentAt})`, asc(cases.number))
}

function isAnswered() {
  return and(isNotNull(cases.companyConsentAt), or(isNull(cases.accountId), isNotNull(cases.talentConsentAt)))
}

/** For the desk: what waits for one of its sides, and what both sides keep to themselves, each the newest first. */
export async function closedCases(tx: Tx, limit: number) {
  return {
    waiting: await newestOf(tx, and(open(), not(isAnswered()!)), limit),
    kept: await newestOf(tx, and(open(), isAnswered(), not(allowedToPublish()!)), limit),
  }
}

async function newestOf(tx: Tx, which: SQL | undefined, limit: number) {
  const [total] = await tx.select({ count: count() }).from(cases).where(which)
  const rows = await tx
    .select()
    .from(cases)
    .where(which)
    .orderBy(desc(cases.createdAt), desc(cases.number))
    .limit(limit)
  return { total: total?.count ?? 0, rows }
}

/** For the desk: what the two sides of a case are called, the owners of the company with them. */
export async function calledOf(
  tx: Tx,
  { companyId, accountId }: Pick<Case, 'companyId' | 'accountId'>,
): Promise<Called> {
  const { name, prefecture, municipality } = companies
  const [company] = await tx
    .select({ name, prefecture, municipality })
    .from(companies)
    .where(eq(companies.id, companyId))
  const owners = await tx
    .select({ accountId: memberships.accountId })
    .from(memberships)
    .where(and(eq(memberships.organisationId, companyId), eq(memberships.role, 'owner'), isNull(memberships.until)))
  const ids = [...(accountId ? [accountId] : []), ...owners.map((owner) => owner.accountId)]
  const persons = await tx.select().from(people).where(inArray(people.accountId, ids))
  return {
    companies: company ? [company.name] : [],
    people: persons.map(fullName),
    places: company ? placesOf(company) : [],
  }
}

/** What a posting says where everybody can read it. */
export async function postedOf(tx: Tx, { projectId }: Pick<Case, 'projectId'>): Promise<string[]> {
  const { title, background, goal, work } = projects
  const [row] = await tx
    .select({ title, background, goal, work })
    .from(projects)
    .where(and(eq(projects.id, projectId), isNotNull(projects.publishedAt)))
  return Object.values(row ?? {}).filter((text) => text !== null)
}

/** For the desk and the program. */
export async function caseById(tx: Tx, id: string): Promise<Case | null> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, id))
  return row ?? null
}

/** For the program: everybody at the desk who gets its mails. */
export function operators(tx: Tx) {
  return tx
    .select({ accountId: accounts.id, email: accounts.email })
    .from(accounts)
    .where(and(eq(accounts.power, 'operator'), isNull(accounts.closedAt)))
}
