import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { accounts } from '../../accounts/schema.ts'
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

/** For the desk: what both sides let be read and nobody has read yet, the oldest first; then what waits for a side. */
export async function openCases(tx: Tx, limit: number) {
  const open = and(isNull(cases.publishedAt), isNull(cases.withdrawnAt))
  const readable = ['anonymous', 'named'] as const
  const ready = and(
    isNotNull(cases.companyConsentAt),
    isNotNull(cases.talentConsentAt),
    inArray(cases.companyOpenness, [...readable]),
    inArray(cases.talentOpenness, [...readable]),
  )
  const [total] = await tx.select({ count: count() }).from(cases).where(open)
  const rows = await tx
    .select()
    .from(cases)
    .where(open)
    .orderBy(desc(sql`coalesce(${ready}, false)`), asc(cases.createdAt), asc(cases.number))
    .limit(limit)
  return { total: total?.count ?? 0, rows }
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
