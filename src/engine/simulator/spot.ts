import { type Estimate, estimate } from '../estimate.ts'
import type { Examination } from '../market/examination.ts'
import { createDraws, DRAW } from './draws.ts'
import { bottomTenth, gini } from './figures.ts'
import { knowing } from './knowing.ts'
import { PLANNERS, type PlannerName } from './planners.ts'
import { attention, SETTING } from './setting.ts'
import { createWorld, partOf, type World } from './world.ts'

/** A market of work for a day. Sizes are those of arXiv 2606.17397, and so is `perWorker`; all else is ours and made up. */
export type SpotSetting = {
  readonly workers: number
  /** What is posted again and again; on a day some of them ask for one to three workers each. */
  readonly templates: number
  readonly days: number
  /** Shifts of a day for each worker, on average. */
  readonly perWorker: number
  /** Places of a list, and how they are looked at. */
  readonly shown: number
  readonly look: Examination
  /** As for days of side work, in logits: what the platform does not know, and what all like. */
  readonly doubt: number
  readonly popularity: number
}

export const SPOT: SpotSetting = {
  workers: 1000,
  templates: 838,
  days: 1,
  // Published: 57.6 % of workers and 67.4 % of shifts, later 70.0 and 82.2 %: 0.855 and 0.852 shifts for each worker.
  perWorker: 0.854,
  shown: 20,
  look: 'log',
  doubt: 0.5,
  popularity: 1,
}

export const SPOT_FIGURES = ['found', 'fill', 'gini', 'bottom', 'coverage'] as const
/** Workers who found a shift, of all; shifts filled, of all; attention over what was posted as for `Figures`. Means over days. */
export type SpotFigures = Readonly<Record<(typeof SPOT_FIGURES)[number], number>>

const MOST_SHIFTS = 3
const MEAN_SHIFTS = (1 + MOST_SHIFTS) / 2

/**
 * Work for a day, day by day. In the morning lists are made of what is posted and stand for the day. Workers come one after the
 * other, in an order of chance; each looks down the list, each place with its attention, and takes the first shift that is still
 * free, that they want and whose company takes them: one a day. What is full stays in its place, and whoever looks there looked in
 * vain. The same seed gives the same.
 */
export function runSpot(setting: SpotSetting, world: World, method: PlannerName, seed: number): SpotFigures {
  const days = Array.from({ length: setting.days }, (_, day) => runDay(setting, world, method, day, seed))
  const mean = (name: keyof SpotFigures) => days.reduce((sum, one) => sum + one[name], 0) / days.length
  return Object.fromEntries(SPOT_FIGURES.map((name) => [name, mean(name)])) as SpotFigures
}

/** Workers and templates that like each other as in days of side work. Throws RangeError when the setting is none. */
export function createSpotWorld(setting: SpotSetting, seed: number): World {
  const { workers, templates, days, shown, look, doubt, popularity, perWorker } = setting
  const most = (templates * MEAN_SHIFTS) / workers
  if (!(workers > 0)) throw new RangeError(`workers: ${workers} is not a whole number from 1 on`)
  if (!(perWorker > 0 && perWorker <= most))
    throw new RangeError(`perWorker: ${perWorker} is not more than 0 and at most ${most}`)
  return createWorld({ ...SETTING, people: workers, projects: templates, days, shown, look, doubt, popularity }, seed)
}

function runDay(setting: SpotSetting, { truth, belief, isNew }: World, method: PlannerName, day: number, seed: number) {
  const { workers, templates, perWorker } = setting
  const draws = createDraws(seed)
  const posting = (perWorker * workers) / (templates * MEAN_SHIFTS)
  const there = numbers(templates).filter((template) => draws(DRAW.post, day, template) < posting)
  const shifts = there.map((template) => 1 + Math.floor(draws(DRAW.shifts, day, template) * MOST_SHIFTS))
  const everybody = numbers(workers)
  const places = attention({ ...SETTING, ...setting })
  const lists = PLANNERS[method]({
    ...{ day, people: everybody, projects: there },
    market: partOf(belief, everybody, there),
    looked: {
      left: attention({ ...SETTING, ...setting }, there.length),
      right: attention({ ...SETTING, ...setting }, workers),
    },
    places: places.length,
    openings: Float64Array.from(shifts),
    hours: new Float64Array(workers).fill(1),
    wantedHours: new Float64Array(there.length).fill(1),
    // What is not taken by the evening is gone.
    waiting: () => 0,
    known: { people: knowing(isNew.people).of(everybody), projects: knowing(isNew.projects).of(there) },
    random: {
      left: (row, count) => draws(DRAW.list, day, row, count),
      right: (column, count) => draws(DRAW.crowd, day, column, count),
    },
  })
  const free = shifts.slice()
  const seen = new Float64Array(there.length)
  let found = 0
  const search = (worker: number) => {
    const list = lists.left(worker)
    for (let place = 0; place < Math.min(places.length, there.length); place++) {
      const at = list[place]!
      seen[at]! += places[place]!
      const template = there[at]!
      if (draws(DRAW.look, day, worker, place) >= places[place]! || free[at] === 0) continue
      if (draws(DRAW.apply, day, worker, template) >= truth.wants.values[worker * templates + template]!) continue
      if (draws(DRAW.offer, day, worker, template) >= truth.wanted.values[template * workers + worker]!) continue
      free[at]!--
      found++
      return
    }
  }
  const turn = Float64Array.from(everybody, (worker) => draws(DRAW.turn, day, worker))
  for (const worker of everybody.toSorted((a, b) => turn[a]! - turn[b]!)) search(worker)
  const all = shifts.reduce((sum, one) => sum + one, 0)
  const coverage = seen.filter((one) => one > 0).length / Math.max(1, there.length)
  seen.sort()
  const [unequal, bottom] = there.length === 0 ? [0, 0] : [gini(seen), bottomTenth(seen)]
  return { found: found / Math.max(1, workers), fill: found / Math.max(1, all), gini: unequal, bottom, coverage }
}

function numbers(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, at) => at)
}

export type SpotCompared = {
  readonly method: PlannerName
  readonly figures: Readonly<Record<keyof SpotFigures, Estimate>>
  /** Workers more who found a shift, of all, than by the first method on the same draws. */
  readonly more: Estimate
}

/** The same markets, `runs` of them with seeds `seed`, `seed + 1`, …, under each method, with the same workers, shifts and chance. */
export function compareSpot(
  methods: readonly PlannerName[],
  { runs, seed, ...changes }: Partial<SpotSetting> & { runs: number; seed: number },
): SpotCompared[] {
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError(`runs: ${runs} is not a whole number from 1 on`)
  const setting = { ...SPOT, ...changes }
  const all = methods.map(() => [] as SpotFigures[])
  for (let at = 0; at < runs; at++) {
    const world = createSpotWorld(setting, seed + at)
    for (const [number, method] of methods.entries()) all[number]!.push(runSpot(setting, world, method, seed + at))
  }
  return methods.map((method, number) => {
    const own = all[number]!
    const figures = Object.fromEntries(SPOT_FIGURES.map((name) => [name, estimate(own.map((one) => one[name]))]))
    const more = estimate(own.map(({ found }, at) => found - all[0]![at]!.found))
    return { method, figures: figures as SpotCompared['figures'], more }
  })
}
