import { type Estimate, estimate } from '../estimate.ts'
import { examination } from '../market/examination.ts'
import type { Market } from '../market/market.ts'
import { type Aim, planLists } from '../market/plan.ts'
import { rowOf } from '../market/sparse.ts'
import { type Tried, type Untried, ventured, venturesOf } from '../market/venture.ts'
import type { Figures } from './figures.ts'
import type { Known, Lists, Morning } from './morning.ts'
import { possible } from './possible.ts'
import { run } from './run.ts'
import { SETTING, type Setting } from './setting.ts'
import { summed } from './simulate.ts'
import type { World } from './world.ts'

/** People and projects that are there today, with all that the simulator asks of them. */
export type Present = {
  readonly hours: Float64Array
  readonly openings: Int32Array
  /** A month. */
  readonly wantedHours: Float64Array
  /** As believed; 0 for pairs that must not meet. */
  readonly likings: Market
  /** How many people the company of a project approaches on a day, as measured; 0 or nothing: companies wait for applications. */
  readonly approaches?: number
}

export type Predicted = {
  readonly figures: Readonly<Record<keyof Figures, Estimate>>
  /** Matches more than with the first aim, run by run on the same draws. */
  readonly more: Estimate
}

/** How long it is watched. */
const DAYS = 30
const SEEDS = 2 ** 32

/**
 * What would happen within a month if the lists of those who are there were made for each of some aims: `runs` times, each time
 * with the same chance for all aims; companies approach about as many people as they do now. What is believed of the likings is taken for the truth, and nobody new arrives: good for
 * comparing aims, not for foretelling a number. Throws RangeError for runs or an aim that is none.
 */
export function predict(
  present: Present,
  aims: readonly Aim[],
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Predicted[] {
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError(`runs: ${runs} is not a whole number from 1 on`)
  const world = worldOf(present)
  const looking = lookingOf(present, aims[0])
  const outcomes = aims.map((aim) => {
    const setting = { ...settingOf(present, aim), looking }
    return Array.from({ length: runs }, (_, at) => run(setting, world, aimed(aim), seed + at).figures)
  })
  return outcomes.map((own) => ({
    figures: summed(own),
    more: estimate(own.map(({ matches }, at) => matches - outcomes[0]![at]!.matches)),
  }))
}

/**
 * How often companies have to look at their lists for as many approaches as were measured, were those whom each likes best at the head
 * of its list. The same for all aims: by the places of the first.
 */
function lookingOf({ approaches = 0, likings: { wanted } }: Present, aim: Aim | undefined): number {
  if (approaches === 0 || aim === undefined) return 0
  const looked = examination(SETTING.look, aim.places)
  let atOneLook = 0
  for (let from = 0; from < wanted.values.length; from += wanted.columns) {
    const best = wanted.values
      .slice(from, from + wanted.columns)
      .sort()
      .reverse()
    for (let place = 0; place < Math.min(looked.length, best.length); place++)
      atOneLook += (looked[place]! * best[place]!) / wanted.rows
  }
  return atOneLook === 0 ? 0 : Math.min(1, approaches / atOneLook)
}

function settingOf({ hours, openings }: Present, { places }: Aim): Setting {
  return {
    ...SETTING,
    ...{ people: hours.length, projects: openings.length, days: DAYS, shown: places },
  }
}

function worldOf({ hours, openings, wantedHours, likings }: Present): World {
  return {
    people: { arrives: new Int32Array(hours.length), hours },
    projects: { arrives: new Int32Array(openings.length), openings, hours: wantedHours },
    truth: likings,
    belief: likings,
    isNew: { people: new Uint8Array(hours.length), projects: new Uint8Array(openings.length) },
  }
}

/**
 * A way to fill the lists of a morning for an aim, as the lists of a real market are made; with draws for newcomers that go as far as
 * `untried`, for people (`left`) and projects (`right`).
 */
export function aimed(aim: Aim, untried: Untried = { left: 0, right: 0 }): (morning: Morning) => Lists {
  return ({ market, openings, hours, wantedHours, random, ...morning }) => {
    const usual = wantedHours.reduce((sum, one) => sum + one, 0) / Math.max(1, wantedHours.length)
    const sparse = possible(market)
    let count = 0
    const { left, right } = planLists(sparse, {
      taken:
        untried.left > 0 || untried.right > 0
          ? ventured(sparse, venturesOf(triedOf(morning), Math.floor(random.left(0, count++) * SEEDS), untried))
          : undefined,
      ...{ aim, look: SETTING.look },
      capacity: { left: hours.map((one) => one / usual), right: openings },
      random: () => random.left(0, count++),
    })
    return {
      left: (row) => left[row]!.pairs.map((pair) => sparse.columns[pair]!),
      right: (column) => right[column]!.pairs.map((pair) => rowOf(sparse.starts, pair)),
    }
  }
}

function triedOf({ people, projects, known }: Pick<Morning, 'people' | 'projects' | 'known'>) {
  const of = (names: Int32Array, { trials }: Known): Tried => ({ trials, names })
  return { left: of(people, known.people), right: of(projects, known.projects) }
}
