import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import type { Report } from '../rules/report.ts'
import { fiscalClosings } from '../schema.ts'

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
