import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import type { Told } from '../rules/corrected.ts'
import { fiscalClosings, fiscalCounts } from '../schema.ts'

type Closing = Told & { readonly n: number; readonly reason: string | null }

/** Writes down what was told of a year; the n-th time. */
export async function closeYear(act: Act, partnerId: string, { report, counts, n, reason }: Closing): Promise<void> {
  const { year } = report
  const id = act.newId()
  const rows = await act.tx
    .insert(fiscalClosings)
    .values({ ...{ id, partnerId, year, n, report, reason }, closedAt: act.now, closedBy: act.actor! })
    .onConflictDoNothing()
    .returning({ id: fiscalClosings.id })
  if (rows.length === 0) {
    const next = { href: `/partners/${partnerId}/fiscal-years/${year}`, label: '報告書を見る' }
    throw new TooLate('この年度は、もう確定されています。', next)
  }
  await act.tx.insert(fiscalCounts).values({ closingId: id, counts })
  await record(act, 'fiscal.closed', { kind: 'partner', id: partnerId }, { year, version: n })
}
