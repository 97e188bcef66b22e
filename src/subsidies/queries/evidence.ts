import { asc, eq } from 'drizzle-orm'
import { periodOf } from '../../contracts/rules/periods.ts'
import { contractNumber } from '../../contracts/rules/state.ts'
import { endOfMonth } from '../../law/dates.ts'
import type { Tx } from '../../lib/db.ts'
import type { LegalDate } from '../../lib/time.ts'
import { type MonthWithVisits, monthsOf } from '../../works/queries/works.ts'
import { reportableMonths } from '../../works/rules/months.ts'
import type { Held } from '../rules/evidence.ts'
import { type Grant, grantEvidence } from '../schema.ts'
import { signedContractOf } from './question.ts'

export type Evidence = {
  readonly held: Held
  readonly contract: Awaited<ReturnType<typeof signedContractOf>>
  /** The oldest first. */
  readonly months: readonly MonthWithVisits[]
}

/** What a company can hand in for a grant of its own, without the files. */
export async function evidenceOfGrant(
  tx: Tx,
  { id, companyId, projectId }: Pick<Grant, 'id' | 'companyId' | 'projectId'>,
  today: LegalDate,
): Promise<Evidence> {
  const contract = await signedContractOf(tx, companyId, projectId)
  const months = contract ? (await monthsOf(tx, { side: 'company', companyId }, contract.id)).toReversed() : []
  const over = reportableMonths(contract ? periodOf(contract.terms) : null, today).filter(
    (month) => endOfMonth(month) < today,
  )
  const brought = await tx
    .select({ what: grantEvidence.what, kind: grantEvidence.kind })
    .from(grantEvidence)
    .where(eq(grantEvidence.grantId, id))
    .orderBy(asc(grantEvidence.heldAt))
  return {
    contract,
    months,
    held: {
      contract: contract && { number: contractNumber(contract.number), sealed: true },
      visits: months.reduce((sum, { visits }) => sum + visits.length, 0),
      months: months.map(({ month, confirmedAt }) => ({ month, confirmed: confirmedAt !== null })),
      unreported: over.filter((month) => !months.some((one) => one.month === month)).length,
      brought: brought.map(({ what, kind }) => ({ what, hasFile: kind !== null })),
    },
  }
}

/** The files that the company brought. */
export function filesOfGrant(tx: Tx, grantId: string) {
  return tx.select().from(grantEvidence).where(eq(grantEvidence.grantId, grantId)).orderBy(asc(grantEvidence.heldAt))
}
