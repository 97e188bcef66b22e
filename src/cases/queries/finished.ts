import { and, count, eq, isNotNull, lt, or, sql } from 'drizzle-orm'
import { applications } from '../../applications/schema.ts'
import { companies } from '../../companies/schema.ts'
import { versionsOf } from '../../contracts/queries/one.ts'
import { versionOnTable } from '../../contracts/rules/state.ts'
import { contracts } from '../../contracts/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { feesOf } from '../../projects/queries/fees.ts'
import { codesOf } from '../../projects/queries/projects.ts'
import { lowFeeOf } from '../../projects/rules/fee-guidance.ts'
import { projects } from '../../projects/schema.ts'
import { talents } from '../../talents/schema.ts'
import { monthsOfContract, reviewsOfContract } from '../../works/queries/works.ts'

/**
 * For the program: everything a case is drafted from; null while a review is missing. Of a contract that ended early one
 * that has waited long enough for the other is enough.
 */
export async function finishedContract(tx: Tx, contractId: string, now: Date) {
  const [row] = await tx
    .select({
      contract: contracts,
      project: projects,
      company: companies,
      talentPrefecture: talents.prefecture,
      acceptedAt: applications.acceptedAt,
    })
    .from(contracts)
    .innerJoin(projects, eq(projects.id, contracts.projectId))
    .innerJoin(companies, eq(companies.id, contracts.companyId))
    .innerJoin(talents, eq(talents.id, contracts.talentId))
    .innerJoin(applications, eq(applications.id, contracts.applicationId))
    .where(eq(contracts.id, contractId))
  if (!row) return null
  const reviews = await reviewsOfContract(tx, contractId)
  const isEnough = reviews.length === 2 || (row.contract.endedEarlyAt && reviews.some(({ openedAt }) => openedAt))
  const version = versionOnTable(await versionsOf(tx, contractId))
  if (!version || !isEnough) return null
  return {
    ...row,
    terms: version.terms,
    reviews,
    months: await monthsOfContract(tx, contractId),
    ...(await askedOf(tx, row.project, now)),
  }
}

/** For the program: a posting that everybody could read, with its company. */
export async function unmatchedProject(tx: Tx, projectId: string, now: Date) {
  const [row] = await tx
    .select({ project: projects, company: companies })
    .from(projects)
    .innerJoin(companies, eq(companies.id, projects.companyId))
    .where(and(eq(projects.id, projectId), isNotNull(projects.publishedAt)))
  return row ? { ...row, ...(await askedOf(tx, row.project, now)) } : null
}

/** When an application was answered; never, far in the future. */
const answeredAt = sql`coalesce(${applications.declinedAt}, ${applications.offeredAt}, ${applications.withdrawnAt}, ${applications.acceptedAt}, 'infinity')`

/** What a posting asked for and what came of it. */
async function askedOf(tx: Tx, { id, hours }: { id: string; hours: number | null }, now: Date) {
  const codes = await codesOf(tx, id)
  const [sent] = await tx
    .select({ count: count() })
    .from(applications)
    .where(and(eq(applications.projectId, id), isNotNull(applications.sentAt)))
  const [late] = await tx
    .select({ count: count() })
    .from(applications)
    .where(
      and(
        eq(applications.projectId, id),
        isNotNull(applications.sentAt),
        or(isNotNull(applications.lapsedAt), lt(applications.answerBy, sql`least(${answeredAt}, ${now})`)),
      ),
    )
  const main = codes.slice(0, 1).map(({ code }) => code)
  const fees = hours === null ? [] : await feesOf(tx, main, hours, now)
  return {
    codes: codes.map(({ code }) => code),
    musts: codes.filter(({ must }) => must).length,
    applicants: sent?.count ?? 0,
    late: late?.count ?? 0,
    lowFee: lowFeeOf(fees),
  }
}
