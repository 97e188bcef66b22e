import { eq, sql } from 'drizzle-orm'
import { asSystem, SYSTEM } from '../../accounts/actions/mailing.ts'
import { createMersenne, type Mersenne } from '../../engine/market/mersenne.ts'
import type { Present } from '../../engine/simulator/predict.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { readAs } from '../../lib/db.ts'
import type { JobDeps } from '../../lib/job.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { scoutsADay } from '../../scouts/queries.ts'
import { currentAim, prediction } from '../queries/market.ts'
import { runningTrial } from '../queries/trials.ts'
import { type KeptAim, sameAim } from '../rules/aims.ts'
import { marketAims, marketPredictions } from '../schema.ts'
import { currentMarket } from './market.ts'
import { type Pairs, pairsOf } from './pairs.ts'
import { inThread } from './planning.ts'

/** So many of each side are simulated: enough for a difference to show, few enough for a minute or two. */
const MOST = { people: 2000, projects: 200 }
const RUNS = 4
/** The same chance for every prediction, so that two of the same market can be compared. */
const SEED = 1
/** As often as companies approached people in so many days before, they do in the month that is simulated. */
const DAYS = 30
/** Who says nothing has the hours of most, and a project the usual ones. */
const USUAL_HOURS = { free: 20, wanted: 10 }

/** 試してみる: somebody of the desk wants to know what other lists would bring. */
export async function askPrediction(act: Act, aim: KeptAim): Promise<string> {
  const id = act.newId()
  await act.tx.insert(marketPredictions).values({ id, ...aim, askedBy: act.actor!, askedAt: act.now })
  await record(act, 'market.prediction-asked', { kind: 'prediction', id }, { ...aim })
  return id
}

/** この配り方に変える: from the next lists on. Only what was predicted for the lists of today. */
export async function takeAim(act: Act, predictionId: string): Promise<void> {
  const back = { href: '/desk/market', label: '一覧の配り方' }
  const asked = await prediction(act.tx, predictionId)
  if (!asked?.before) throw new TooLate('見込みの計算が、まだ終わっていません。', back)
  const { alpha, places, floor } = asked
  // Two who press at once: the second sees what the first has changed.
  await act.tx.execute(sql`lock table ${marketAims} in share row exclusive mode`)
  if (!sameAim(await currentAim(act.tx), asked.before))
    throw new TooLate('見込みを出したあとで、配り方が変わりました。もう一度、試してください。', back)
  if (await runningTrial(act.tx, act.now))
    throw new TooLate('地域で分けて比べている間は、配り方を変えられません。先に、その比較を終えてください。', {
      ...{ href: '/desk/market/trials', label: '地域で分けて比べる' },
    })
  const id = act.newId()
  const taken = await act.tx
    .insert(marketAims)
    .values({ id, alpha, places, floor, predictionId, madeBy: act.actor!, madeAt: act.now })
    .onConflictDoNothing()
    .returning({ id: marketAims.id })
  if (taken.length === 0) throw new TooLate('この配り方には、もう変えてあります。', back)
  await record(act, 'market.aim-taken', { kind: 'aim', id }, { alpha, places, floor, predictionId })
}

/** Simulates a month with the lists of now and with those that were asked about. Twice gives the same. */
export async function predictAsked(deps: JobDeps, predictionId: string): Promise<void> {
  const now = deps.clock()
  const { asked, before, approaches } = await readAs(deps.db, SYSTEM, null, async (tx) => ({
    asked: await prediction(tx, predictionId),
    before: await currentAim(tx),
    approaches: await scoutsADay(tx, now, DAYS),
  }))
  if (!asked || asked.doneAt) return
  const pairs = await pairsOf(deps.db, await currentMarket(deps.db, now), now)
  const { alpha, places, floor } = asked
  const predicted = await inThread(deps.db, {
    ...{ kind: 'predict', present: { ...presentOf(pairs, createMersenne(SEED)), approaches }, runs: RUNS, seed: SEED },
    aims: [before, { alpha, places, floor }],
  })
  await asSystem(deps, async (act) => {
    await act.tx
      .update(marketPredictions)
      .set({ predicted, before, doneAt: act.now })
      .where(eq(marketPredictions.id, predictionId))
    await record(act, 'market.predicted', { kind: 'prediction', id: predictionId })
  })
}

/** Some of those who are there, drawn, with the pairs between them: both sides in the same share, so that it is as crowded. */
function presentOf({ market, talents, projects, openings }: Pairs, chance: Mersenne): Present {
  const share = Math.min(1, MOST.people / Math.max(1, talents.length), MOST.projects / Math.max(1, projects.length))
  const rows = some(talents.length, share, chance)
  const columns = some(projects.length, share, chance)
  const columnOf = new Map(columns.map((column, at) => [column, at]))
  const side = (count: number, each: number) => ({
    rows: count,
    columns: each,
    values: new Float64Array(count * each),
  })
  const likings = { wants: side(rows.length, columns.length), wanted: side(columns.length, rows.length) }
  for (const [row, talent] of rows.entries()) {
    for (let pair = market.starts[talent]!; pair < market.starts[talent + 1]!; pair++) {
      const column = columnOf.get(market.columns[pair]!)
      if (column === undefined) continue
      likings.wants.values[row * columns.length + column] = market.wants[pair]!
      likings.wanted.values[column * rows.length + row] = market.wanted[pair]!
    }
  }
  return {
    likings,
    hours: Float64Array.from(rows, (talent) => talents[talent]!.hours ?? USUAL_HOURS.free),
    openings: Int32Array.from(columns, (column) => openings[column]!),
    wantedHours: Float64Array.from(columns, (column) => projects[column]!.hours ?? USUAL_HOURS.wanted),
  }
}

/** That share of so many, in rising order; at least one of any. */
function some(count: number, share: number, { random }: Mersenne): number[] {
  const wanted = Math.min(count, Math.max(1, Math.round(count * share)))
  return Array.from({ length: count }, (_, at) => ({ at, drawn: random() }))
    .sort((a, b) => a.drawn - b.drawn)
    .slice(0, wanted)
    .map(({ at }) => at)
    .sort((a, b) => a - b)
}
