import { desc, gte, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import { dayOfMonth, firstOfMonth } from '../../law/dates.ts'
import type { Act } from '../../lib/act.ts'
import type { Tx } from '../../lib/db.ts'
import { type LegalDate, today } from '../../lib/time.ts'
import { marketCounts } from '../queries/market.ts'
import { postedProjects } from '../queries/posted.ts'
import { type Kept, MONTHS, monthsBefore } from '../rules/cells.ts'
import { COUNTING, filesOf } from '../rules/manifest.ts'
import { type Before, marketFigures, releasedFigures } from '../rules/released.ts'
import { usualFigures } from '../rules/usual.ts'
import { type FlowCount, flowCounts, flows, releaseFiles, releases } from '../schema.ts'
import { counted, renewFlows } from './flows.ts'

/**
 * For the program: the release of the months that are over, made once. A month that is not over is left out: a figure that grew
 * since yesterday would tell who signed today.
 */
export async function makeRelease(act: Act): Promise<void> {
  await releaseUntil(act, firstOfMonth(today(act.now)))
}

/** The release of another day: an earlier one must be made before a later one. */
export async function releaseUntil(act: Act, until: LegalDate): Promise<void> {
  const { tx, now } = act
  const before: Before[] = await tx
    .select({ until: releases.until, figures: releases.figures })
    .from(releases)
    .orderBy(desc(releases.until))
  if (before[0] && before[0].until >= until) return
  // What an earlier release counted and this one does not is a difference, too.
  const first = dayOfMonth(before.at(-1)?.until ?? until, -MONTHS, 1)
  await renewFlows(tx, first)
  await keepCounts(tx, first, until)
  const rows = await keptFlows(tx, first)
  const market = await marketCounts(tx, monthsBefore(until)[0]!, until)
  const usual = usualFigures(await postedProjects(tx, first, until), until, before)
  const figures = { ...releasedFigures(rows, until, before), ...marketFigures(market), ...usual }
  const id = act.newId()
  await tx.insert(releases).values({ id, until, madeAt: now, counting: COUNTING, figures })
  await tx.insert(releaseFiles).values(filesOf(figures, until, now).map((file) => ({ releaseId: id, ...file })))
  await record(act, 'release.made', { kind: 'release', id }, { until })
}

/**
 * Writes down how the release of a day counts each flow that no release counted so far, or that an earlier one counted otherwise. What
 * was counted last is read once for all: asked flow by flow, the table that is being written was gone through for every one of them
 * (at 500,000 flows the first release did not end within a quarter of an hour).
 */
async function keepCounts(tx: Tx, first: LegalDate, until: LegalDate): Promise<void> {
  await tx.execute(sql`insert into ${flowCounts} (contract_id, since, ${counted()})
    select told.contract_id, ${until}, ${counted('told')} from ${flows} told
    left join (select distinct on (contract_id) * from ${flowCounts} order by contract_id, since desc) last
      on last.contract_id = told.contract_id
    where told.month >= ${first} and told.month < ${until} and (${counted('told')}) is distinct from (${counted('last')})`)
}

/** Every flow from a month on as the newest release counts it, with how earlier ones did. */
async function keptFlows(tx: Tx, first: LegalDate): Promise<Kept[]> {
  const rows = await tx.select().from(flowCounts).where(gte(flowCounts.month, first)).orderBy(desc(flowCounts.since))
  const kept = new Map<string, Kept & { earlier: FlowCount[] }>()
  for (const row of rows) {
    const newest = kept.get(row.contractId)
    if (newest) newest.earlier.push(row)
    else kept.set(row.contractId, { ...row, earlier: [] })
  }
  return [...kept.values()]
}
