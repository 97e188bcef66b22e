import { and, desc, getTableColumns, gte, lt } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import { dayOfMonth, firstOfMonth } from '../../law/dates.ts'
import type { Act } from '../../lib/act.ts'
import { type LegalDate, today } from '../../lib/time.ts'
import { marketCounts } from '../queries/market.ts'
import { postedProjects } from '../queries/posted.ts'
import { MONTHS, monthsBefore } from '../rules/cells.ts'
import { COUNTING, filesOf } from '../rules/manifest.ts'
import { type Before, marketFigures, publishedFigures } from '../rules/publication.ts'
import { usualFigures } from '../rules/usual.ts'
import { flows, releaseFiles, releases } from '../schema.ts'
import { keepMissingFlows } from './flows.ts'

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
  await keepMissingFlows(tx)
  // What an earlier release counted and this one does not is a difference, too.
  const first = dayOfMonth(before.at(-1)?.until ?? until, -MONTHS, 1)
  const { contractId, sealedAt, fromIndustry, ...counted } = getTableColumns(flows)
  const rows = await tx
    .select(counted)
    .from(flows)
    .where(and(gte(flows.month, first), lt(flows.month, until)))
  const market = await marketCounts(tx, monthsBefore(until)[0]!, until)
  const usual = usualFigures(await postedProjects(tx, first, until), until, before)
  const figures = { ...publishedFigures(rows, until, before), ...marketFigures(market), ...usual }
  const id = act.newId()
  await tx.insert(releases).values({ id, until, madeAt: now, counting: COUNTING, figures })
  await tx.insert(releaseFiles).values(filesOf(figures, until, now).map((file) => ({ releaseId: id, ...file })))
  await record(act, 'release.made', { kind: 'release', id }, { until })
}
