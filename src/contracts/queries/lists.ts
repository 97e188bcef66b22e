import { and, asc, desc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { projects } from '../../projects/schema.ts'
import { type Period, periodOf } from '../rules/periods.ts'
import type { Side } from '../rules/side.ts'
import { contractNumber, type State, stateOf, turnOf, versionOnTable } from '../rules/state.ts'
import { type Contract, type ContractVersion, contracts, contractVersions } from '../schema.ts'

/** A contract as a line of a list. */
export type ContractLine = {
  readonly id: string
  readonly number: string
  readonly applicationId: string
  readonly projectId: string
  readonly title: string
  /** The name of the other side. */
  readonly other: string
  readonly state: State
  /** Whose turn it is to bring it on; null when it is nobody's. */
  readonly turn: Side | null
  readonly period: Period | null
  readonly createdAt: Date
  readonly sealedAt: Date | null
  readonly endedAt: Date | null
}

/** The contracts of a company, the newest first. */
export async function contractsOfCompany(tx: Tx, companyId: string): Promise<ContractLine[]> {
  const rows = await linesWhere(tx, eq(contracts.companyId, companyId))
  return rows.map(({ line, terms }) => ({ ...line, other: terms?.talentName ?? '' }))
}

/** The contracts of a person with companies, the newest first. */
export async function contractsOfPerson(tx: Tx, accountId: string): Promise<ContractLine[]> {
  const rows = await linesWhere(tx, eq(contracts.accountId, accountId))
  return rows.map(({ line, companyName }) => ({ ...line, other: companyName }))
}

async function linesWhere(tx: Tx, whose: ReturnType<typeof eq>) {
  const rows = await tx
    .select({ contract: contracts, title: projects.title, companyName: companies.name })
    .from(contracts)
    .innerJoin(projects, eq(projects.id, contracts.projectId))
    .innerJoin(companies, eq(companies.id, contracts.companyId))
    .where(whose)
    .orderBy(desc(contracts.createdAt), desc(contracts.number))
  const versions = await versionsOf(
    tx,
    rows.map(({ contract }) => contract.id),
  )
  return rows.map(({ contract, title, companyName }) => {
    const own = versions.filter((version) => version.contractId === contract.id)
    return { companyName, line: lineOf(contract, own, title ?? ''), terms: own.at(-1)?.terms }
  })
}

function lineOf(contract: Contract, versions: readonly ContractVersion[], title: string): Omit<ContractLine, 'other'> {
  const version = versionOnTable(versions)
  const state = stateOf(contract, version)
  const terms = version?.terms ?? versions.at(-1)?.terms
  return {
    id: contract.id,
    number: contractNumber(contract.number),
    applicationId: contract.applicationId,
    projectId: contract.projectId,
    title,
    state,
    turn: turnOf(state, version),
    period: terms ? periodOf(terms) : null,
    createdAt: contract.createdAt,
    sealedAt: contract.sealedAt,
    endedAt: contract.endedAt ?? contract.endedEarlyAt,
  }
}

async function versionsOf(tx: Tx, ids: readonly string[]): Promise<ContractVersion[]> {
  if (ids.length === 0) return []
  return tx
    .select()
    .from(contractVersions)
    .where(inArray(contractVersions.contractId, [...ids]))
    .orderBy(asc(contractVersions.n))
}

/** The other agreed contracts of the same two sides, with their periods: renewals and overlaps are seen by them. */
export async function othersOfTheSame(
  tx: Tx,
  { id, companyId, accountId }: Pick<Contract, 'id' | 'companyId' | 'accountId'>,
): Promise<{ number: string; period: Period; live: boolean }[]> {
  const rows = await tx
    .select({ contract: contracts, terms: contractVersions.terms })
    .from(contracts)
    .innerJoin(contractVersions, eq(contractVersions.contractId, contracts.id))
    .where(
      and(
        eq(contracts.companyId, companyId),
        eq(contracts.accountId, accountId),
        ne(contracts.id, id),
        isNotNull(contractVersions.proposedAt),
        isNull(contractVersions.supersededAt),
      ),
    )
  return rows.flatMap(({ contract, terms }) => {
    const period = periodOf(terms)
    if (!period || !contract.sealedAt) return []
    const live = !contract.endedAt && !contract.endedEarlyAt
    return [{ number: contractNumber(contract.number), period, live }]
  })
}
