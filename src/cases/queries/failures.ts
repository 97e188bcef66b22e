import { and, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { inFives } from '../../lib/few.ts'
import { FAILED } from '../rules/outcomes.ts'
import { cases } from '../schema.ts'

const COUNTED = ['statistics', 'anonymous', 'named'] as const

/**
 * How often each cause was chosen, over all cases that may at least be counted. In fives, and only where five companies chose
 * it: what one company adds or takes away cannot be seen. With the system's eyes; sums only.
 */
export async function causeCounts(tx: Tx): Promise<Map<string, number>> {
  const cause = sql<string>`unnest(${cases.causes})`
  const rows = await tx
    .select({
      cause,
      count: sql<number>`count(*)::int`,
      companies: sql<number>`count(distinct ${cases.companyId})::int`,
    })
    .from(cases)
    .where(
      and(
        inArray(cases.outcome, [...FAILED]),
        isNull(cases.withdrawnAt),
        isNotNull(cases.companyConsentAt),
        inArray(cases.companyOpenness, [...COUNTED]),
        or(isNull(cases.accountId), and(isNotNull(cases.talentConsentAt), inArray(cases.talentOpenness, [...COUNTED]))),
      ),
    )
    .groupBy(cause)
  return new Map(
    rows.flatMap(({ cause, count, companies }) => {
      const told = inFives(Math.min(count, companies))
      return told === null ? [] : [[cause, told]]
    }),
  )
}
