import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import { asSystem, SYSTEM } from '../../accounts/actions/mailing.ts'
import { drawHalf } from '../../engine/evaluation/trial.ts'
import { createMersenne } from '../../engine/market/mersenne.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { readAs } from '../../lib/db.ts'
import type { JobDeps } from '../../lib/job.ts'
import { addDays, startOfDay, today } from '../../lib/time.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { currentAim, prediction } from '../queries/market.ts'
import {
  countsOf,
  dueTrial,
  openByCluster,
  runningTrial,
  type TrialOf,
  trialOf,
  unmeasuredTrials,
} from '../queries/trials.ts'
import { type KeptAim, sameAim } from '../rules/aims.ts'
import { CLUSTERS } from '../rules/clusters.ts'
import { LEAST_CLUSTERS, measurableAt, nameOf, type TrialAnswers } from '../rules/trials.ts'
import { type MarketTrial, marketAims, marketTrials, marketWeightChoices } from '../schema.ts'
import { inThread } from './planning.ts'
import { checkBetter } from './weighing.ts'

const BACK = { href: '/desk/market/trials', label: '地域で分けて比べる' }

/** 地域を分けて比べる: draws the halves, once for a prediction. Whoever asks again gets the same. */
export async function drawTrial(act: Act, predictionId: string): Promise<string> {
  const asked = await prediction(act.tx, predictionId)
  const first = asked?.before
  if (!asked || !first) throw new TooLate('見込みの計算が、まだ終わっていません。', BACK)
  const drawn = await trialOf(act.tx, { predictionId })
  if (drawn) return drawn.id
  if (sameAim(asked, first) || !sameAim(await currentAim(act.tx), first))
    throw new TooLate('見込みを出したあとで、配り方が変わりました。もう一度、試してください。', BACK)
  const { alpha, places, floor } = asked
  return draw(act, { predictionId }, { alpha, places, floor, first, name: nameOf(first, asked) })
}

/** 地域で分けて試す: the same for learned weights that may be used. The aim is that of both halves. */
export async function drawWeightTrial(act: Act, weightsId: string): Promise<string> {
  const drawn = await trialOf(act.tx, { weightsId })
  if (drawn) return drawn.id
  await checkBetter(act, weightsId)
  const aim = await currentAim(act.tx)
  return draw(act, { weightsId }, { ...aim, first: aim, name: '学んだ重みを試す' })
}

async function draw(act: Act, of: TrialOf, what: KeptAim & Pick<MarketTrial, 'first' | 'name'>): Promise<string> {
  const open = await openByCluster(act.tx, act.now)
  const clusters = open.filter((projects) => projects > 0).length
  if (clusters < LEAST_CLUSTERS)
    throw new TooLate(`募集中の案件がある地域のまとまりが、${LEAST_CLUSTERS}に足りません（いま${clusters}）。`, BACK)
  const id = act.newId()
  const seed = seedOf(id)
  const second = drawHalf(open, createMersenne(seed))
  const made = await act.tx
    .insert(marketTrials)
    .values({
      ...{ id, ...of, ...what, seed, drawnBy: act.actor!, drawnAt: act.now },
      clusters: CLUSTERS.map((cluster, at) => ({ ...cluster, projects: open[at]!, second: second[at]! })),
    })
    .onConflictDoNothing()
    .returning({ id: marketTrials.id })
  if (made.length === 0) return (await trialOf(act.tx, of))!.id
  await record(act, 'market.trial-drawn', { kind: 'trial', id }, { ...of, seed })
  return id
}

/** The last digits of an id are as good as drawn. */
function seedOf(id: string): number {
  return Number.parseInt(id.slice(-8), 16) >>> 1
}

/** この分け方で始める: from the lists on that are made at once. */
export async function beginTrial(act: Act, trial: MarketTrial, { name, weeks, measure }: TrialAnswers): Promise<void> {
  // Two who press at once, and whoever takes another aim or other weights: the second sees what the first has changed.
  const all = sql`${marketAims}, ${marketTrials}, ${marketWeightChoices}`
  await act.tx.execute(sql`lock table ${all} in share row exclusive mode`)
  await endDue(act)
  if (await runningTrial(act.tx, act.now))
    throw new TooLate('いま、ほかの比較が続いています。終わってから始めてください。', BACK)
  const aim = await currentAim(act.tx)
  if (trial.weightsId) await checkBetter(act, trial.weightsId)
  else if (!sameAim(aim, trial.first))
    throw new TooLate('分けたあとで、配り方が変わりました。もう一度、見込みから試してください。', BACK)
  const begun = await act.tx
    .update(marketTrials)
    .set({
      ...{ name, measure, begunBy: act.actor!, begunAt: act.now },
      ...(trial.weightsId && { ...aim, first: aim }),
      endsAt: startOfDay(addDays(today(act.now), Number(weeks) * 7)),
    })
    .where(and(eq(marketTrials.id, trial.id), isNull(marketTrials.begunAt)))
    .returning({ id: marketTrials.id })
  if (begun.length === 0) throw new TooLate('この比較は、もう始まっています。', BACK)
  await record(act, 'market.trial-begun', { kind: 'trial', id: trial.id }, { measure, weeks: Number(weeks) })
}

/** いま終える: the way back. All lists are made by the first aim again, at once. */
export async function endTrial(act: Act, trialId: string): Promise<void> {
  const ended = await act.tx
    .update(marketTrials)
    .set({ endedAt: act.now, endedBy: act.actor! })
    .where(
      and(
        ...[eq(marketTrials.id, trialId), isNotNull(marketTrials.begunAt), isNull(marketTrials.endedAt)],
        gt(marketTrials.endsAt, act.now),
      ),
    )
    .returning({ id: marketTrials.id })
  if (ended.length === 0) throw new TooLate('この比較は、いまは続いていません。', BACK)
  await record(act, 'market.trial-ended', { kind: 'trial', id: trialId })
}

/** Every night, and after an end: writes down the planned end that has come, and measures once what can be measured. */
export async function tendTrials(deps: JobDeps): Promise<void> {
  await asSystem(deps, endDue)
  const now = deps.clock()
  for (const trial of await readAs(deps.db, SYSTEM, null, unmeasuredTrials))
    if (measurableAt(trial) <= now) await measureTrial(deps, trial, now)
}

/** The end is when it was planned, however late somebody looks. */
async function endDue(act: Act): Promise<void> {
  const due = await dueTrial(act.tx, act.now)
  if (!due) return
  const ended = await act.tx
    .update(marketTrials)
    .set({ endedAt: due.endsAt })
    .where(and(eq(marketTrials.id, due.id), isNull(marketTrials.endedAt)))
    .returning({ id: marketTrials.id })
  if (ended.length > 0) await record(act, 'market.trial-ended', { kind: 'trial', id: due.id })
}

async function measureTrial(deps: JobDeps, trial: MarketTrial, now: Date): Promise<void> {
  const counts = await readAs(deps.db, SYSTEM, null, (tx) => countsOf(tx, trial, now))
  const { clusters, measure } = trial
  const compared = await inThread(deps.db, { kind: 'compare', clusters, measure: measure!, counts })
  await asSystem(deps, async (act) => {
    const measured = await act.tx
      .update(marketTrials)
      .set({ measuredAt: act.now, result: { counts, compared } })
      .where(and(eq(marketTrials.id, trial.id), isNull(marketTrials.measuredAt)))
      .returning({ id: marketTrials.id })
    if (measured.length > 0) await record(act, 'market.trial-measured', { kind: 'trial', id: trial.id })
  })
}
