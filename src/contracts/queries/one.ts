import { and, asc, eq } from 'drizzle-orm'
import { accounts, people } from '../../accounts/schema.ts'
import { applications } from '../../applications/schema.ts'
import { companies, companyContacts } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { type Project, projects } from '../../projects/schema.ts'
import type { Party } from '../rules/side.ts'
import { type State, stateOf, versionInWork, versionOnTable } from '../rules/state.ts'
import { type Contract, type ContractVersion, contractDocuments, contracts, contractVersions } from '../schema.ts'

/** A contract as one of its two sides sees it. */
export type ContractView = {
  readonly contract: Contract
  readonly state: State
  readonly title: string
  readonly goal: string
  readonly contractKind: Project['contractKind']
  readonly company: {
    readonly name: string
    readonly prefecture: number
    readonly municipality: string | null
    readonly employees: number | null
    readonly officers: number | null
  }
  /** Oldest first; a side sees what was proposed, the company its own draft too. */
  readonly versions: readonly ContractVersion[]
  readonly onTable: ContractVersion | null
  readonly inWork: ContractVersion | null
  readonly document: { readonly sha256: string; readonly sealedAt: Date } | null
}

export function ownedBy(party: Party) {
  return party.side === 'company' ? eq(contracts.companyId, party.companyId) : eq(contracts.accountId, party.accountId)
}

/** The contract, when it is this side's. */
export async function contractOf(tx: Tx, party: Party, contractId: string): Promise<ContractView | null> {
  const [row] = await tx
    .select({
      contract: contracts,
      title: projects.title,
      goal: projects.goal,
      contractKind: projects.contractKind,
      company: {
        name: companies.name,
        prefecture: companies.prefecture,
        municipality: companies.municipality,
        employees: companies.employees,
        officers: companies.officers,
      },
      document: { sha256: contractDocuments.sha256, sealedAt: contractDocuments.sealedAt },
    })
    .from(contracts)
    .innerJoin(projects, eq(projects.id, contracts.projectId))
    .innerJoin(companies, eq(companies.id, contracts.companyId))
    .leftJoin(contractDocuments, eq(contractDocuments.contractId, contracts.id))
    .where(and(eq(contracts.id, contractId), ownedBy(party)))
  if (!row) return null
  const all = await versionsOf(tx, contractId)
  const versions = all.filter((version) => party.side === 'company' || version.proposedAt !== null)
  const onTable = versionOnTable(versions)
  return {
    ...row,
    title: row.title ?? '',
    goal: row.goal ?? '',
    state: stateOf(row.contract, onTable),
    versions,
    onTable,
    inWork: party.side === 'company' ? versionInWork(versions) : null,
  }
}

export function versionsOf(tx: Tx, contractId: string): Promise<ContractVersion[]> {
  return tx
    .select()
    .from(contractVersions)
    .where(eq(contractVersions.contractId, contractId))
    .orderBy(asc(contractVersions.n))
}

/** The sealed file, when the contract is this side's. */
export async function documentOf(tx: Tx, party: Party, contractId: string) {
  const [row] = await tx
    .select({
      number: contracts.number,
      companyName: companies.name,
      pdf: contractDocuments.pdf,
      sealedAt: contractDocuments.sealedAt,
    })
    .from(contractDocuments)
    .innerJoin(contracts, eq(contracts.id, contractDocuments.contractId))
    .innerJoin(companies, eq(companies.id, contracts.companyId))
    .where(and(eq(contractDocuments.contractId, contractId), ownedBy(party)))
  return row ?? null
}

/** For the program: what the first version of terms is made from. Null unless the application was accepted. */
export async function acceptedApplication(tx: Tx, applicationId: string) {
  const [row] = await tx
    .select({
      application: applications,
      project: projects,
      company: companies,
      address: companyContacts.address,
      person: people,
    })
    .from(applications)
    .innerJoin(projects, eq(projects.id, applications.projectId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .leftJoin(companyContacts, eq(companyContacts.companyId, applications.companyId))
    .leftJoin(people, eq(people.accountId, applications.accountId))
    .where(eq(applications.id, applicationId))
  return row?.application.acceptedAt ? row : null
}

/** For the program: a contract with what a letter or the document needs. */
export async function contractForProgram(tx: Tx, contractId: string) {
  const [row] = await tx
    .select({
      contract: contracts,
      companyName: companies.name,
      address: companyContacts.address,
      talentEmail: accounts.email,
    })
    .from(contracts)
    .innerJoin(companies, eq(companies.id, contracts.companyId))
    .leftJoin(companyContacts, eq(companyContacts.companyId, contracts.companyId))
    .innerJoin(accounts, eq(accounts.id, contracts.accountId))
    .where(eq(contracts.id, contractId))
  if (!row) return null
  const versions = await versionsOf(tx, contractId)
  return { ...row, versions, onTable: versionOnTable(versions) }
}
