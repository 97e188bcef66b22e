import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import type { Counts, Told } from '../rules/corrected.ts'
import type { Report } from '../rules/report.ts'
import { fiscalClosings, fiscalCounts } from '../schema.ts'

export type Closing = {
  readonly n: number
  readonly closedAt: Date
  readonly reason: string | null
  readonly report: Report
}

/** What was told of a year, the last word first. */
export async function closingsOf(tx: Tx, partnerId: string, year: number): Promise<Closing[]> {
  const rows = await tx
    .select()
    .from(fiscalClosings)
    .where(and(eq(fiscalClosings.partnerId, partnerId), eq(fiscalClosings.year, year)))
    .orderBy(desc(fiscalClosings.n))
  // Written by closeYear and by nothing else.
  return rows.map(({ n, closedAt, reason, report }) => ({ n, closedAt, reason, report: report as Report }))
}

/** The last version of a year with what stands behind it; null where there is none. For the program's own eyes. */
export async function lastTold(tx: Tx, partnerId: string, year: number): Promise<Told | null> {
  const [row] = await tx
    .select({ report: fiscalClosings.report, counts: fiscalCounts.counts })
    .from(fiscalClosings)
    .leftJoin(fiscalCounts, eq(fiscalCounts.closingId, fiscalClosings.id))
    .where(and(eq(fiscalClosings.partnerId, partnerId), eq(fiscalClosings.year, year)))
    .orderBy(desc(fiscalClosings.n))
    .limit(1)
  return row ? { report: row.report as Report, counts: (row.counts ?? {}) as Counts } : null
}
