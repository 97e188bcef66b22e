import { and, eq, lt } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { type Grant, grants } from '../../subsidies/schema.ts'
import type { YearGrant } from '../rules/grant-sums.ts'

/** The grants that a year's budgets of an office pay, as they stood at a moment. For the program's own eyes. */
export async function grantsOfYear(tx: Tx, partnerId: string, fiscalYear: number, at: Date): Promise<YearGrant[]> {
  const rows = await tx
    .select()
    .from(grants)
    .where(and(eq(grants.partnerId, partnerId), eq(grants.fiscalYear, fiscalYear), lt(grants.plannedAt, at)))
  return rows.map((grant) => asOf(grant, at))
}

/** What only the company wrote down of an office that it did not tell here stays between the two. */
function asOf(grant: Grant, at: Date): YearGrant {
  const was = (moment: Date | null) => moment !== null && moment < at
  const applied = was(grant.appliedAt) && was(grant.sharedAt)
  const decided = applied && was(grant.decidedAt)
  return {
    ...{ company: grant.companyId, expectedYen: grant.expectedYen, applied },
    grantedYen: decided ? grant.grantedYen : null,
    refused: decided && grant.grantedYen === null,
    paidYen: decided && was(grant.paidAt) ? grant.paidYen : null,
    released: decided && was(grant.releasedAt),
  }
}
