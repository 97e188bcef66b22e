import { and, asc, count, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { fullName } from '../../accounts/rules.ts'
import { accounts, memberships, people } from '../../accounts/schema.ts'
import { applications } from '../../applications/schema.ts'
import { companies } from '../../companies/schema.ts'
import { versionsOf } from '../../contracts/queries/one.ts'
import type { Party } from '../../contracts/rules/side.ts'
import { versionOnTable } from '../../contracts/rules/state.ts'
import { contracts } from '../../contracts/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { projectCodes, projects } from '../../projects/schema.ts'
import { talents } from '../../talents/schema.ts'
import { monthsOfContract, reviewsOfContract } from '../../works/queries/works.ts'
import type { Called } from '../rules/names.ts'
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

const READABLE = ['anonymous', 'named'] as const

function open() {
  return and(isNull(cases.publishedAt), isNull(cases.withdrawnAt))
}

/** Both sides let the text as it stands be read. */
function allowed() {
  return and(
    isNotNull(cases.companyConsentAt),
    isNotNull(cases.talentConsentAt),
    inArray(cases.companyOpenness, [...READABLE]),
    inArray(cases.talentOpenness, [...READABLE]),
  )
}

/** For the desk: what both sides let be read and nobody has read yet; whoever has waited longest stands first. */
export function readyCases(tx: Tx): Promise<Case[]> {
  return tx
    .select()
    .from(cases)
    .where(and(open(), allowed()))
    .orderBy(sql`greatest(${cases.companyConsentAt}, ${cases.talentConsentAt})`, asc(cases.number))
}

/** For the desk: what waits for one of its sides, or stays closed, the oldest first. */
export async function closedCases(tx: Tx, limit: number) {
  const closed = and(open(), sql`not coalesce(${allowed()}, false)`)
  const [total] = await tx.select({ count: count() }).from(cases).where(closed)
  const rows = await tx.select().from(cases).where(closed).orderBy(asc(cases.createdAt), asc(cases.number)).limit(limit)
  return { total: total?.count ?? 0, rows }
}

/** For the desk: what the two sides of a case are called, the owners of the company with them. */
export async function calledOf(
  tx: Tx,
  { companyId, accountId }: Pick<Case, 'companyId' | 'accountId'>,
): Promise<Called> {
  const [company] = await tx.select({ name: companies.name }).from(companies).where(eq(companies.id, companyId))
  const owners = await tx
    .select({ accountId: memberships.accountId })
    .from(memberships)
    .where(and(eq(memberships.organisationId, companyId), eq(memberships.role, 'owner'), isNull(memberships.until)))
  const ids = [accountId, ...owners.map((owner) => owner.accountId)]
  const persons = await tx.select().from(people).where(inArray(people.accountId, ids))
  return { companies: company ? [company.name] : [], people: persons.map(fullName) }
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

/** For the program: everything a case is drafted from; null while a review is missing. */
export async function finishedContract(tx: Tx, contractId: string) {
  const [row] = await tx
    .select({ contract: contracts, project: projects, company: companies, talentPrefecture: talents.prefecture })
    .from(contracts)
    .innerJoin(projects, eq(projects.id, contracts.projectId))
    .innerJoin(companies, eq(companies.id, contracts.companyId))
    .innerJoin(talents, eq(talents.id, contracts.talentId))
    .where(eq(contracts.id, contractId))
  const reviews = await reviewsOfContract(tx, contractId)
  const version = versionOnTable(await versionsOf(tx, contractId))
  if (!row || !version || reviews.length < 2) return null
  const codes = await tx
    .select({ code: projectCodes.code })
    .from(projectCodes)
    .where(eq(projectCodes.projectId, row.project.id))
    .orderBy(asc(projectCodes.position))
  const [sent] = await tx
    .select({ count: count() })
    .from(applications)
    .where(and(eq(applications.projectId, row.project.id), isNotNull(applications.sentAt)))
  return {
    ...row,
    terms: version.terms,
    reviews,
    months: await monthsOfContract(tx, contractId),
    codes: codes.map(({ code }) => code),
    applicants: sent?.count ?? 0,
  }
}
