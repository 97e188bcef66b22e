import type { Setting } from './setting.ts'
import type { World } from './world.ts'

/** A contract, and the day on which it came about. */
export type Match = { readonly day: number; readonly person: number; readonly project: number }

/** What a run is measured by, in the order in which it is told. */
export const FIGURES = ['matches', 'fill', 'placed', 'days', 'gini', 'bottom', 'coverage'] as const

export type Figures = {
  readonly matches: number
  /** Openings that were filled, of all. */
  readonly fill: number
  /** People with a contract, of all. */
  readonly placed: number
  /**
   * Days from the publication of an opening to its contract, on average over all openings; one that is never filled counts
   * the days it was open (a restricted mean: leaving those out would praise a method that fills only the quick ones).
   */
  readonly days: number
  /** Gini coefficient over projects of the attention for a day open; 0: all alike. */
  readonly gini: number
  /** Attention for a day open of the tenth of projects with least of it, as a share of the mean. */
  readonly bottom: number
  /** Projects that somebody looked at, of all. */
  readonly coverage: number
}

type Happened = {
  readonly setting: Setting
  readonly world: World
  readonly closed: Int32Array
  readonly matches: readonly Match[]
  readonly exposure: Float64Array
  readonly looks: Int32Array
  readonly openDays: Int32Array
}

export function figuresOf({ setting, world, closed, matches, exposure, looks, openDays }: Happened): Figures {
  const { arrives, openings } = world.projects
  const all = openings.reduce((sum, one) => sum + one, 0)
  let waited = 0
  const unfilled = openings.slice()
  for (const { day, project } of matches) {
    waited += day - arrives[project]!
    unfilled[project]!--
  }
  for (const [project, count] of unfilled.entries()) waited += count * (closed[project]! - arrives[project]!)
  const daily = exposure.map((sum, project) => sum / Math.max(1, openDays[project]!)).sort()
  return {
    matches: matches.length,
    fill: share(matches.length, all),
    placed: share(new Set(matches.map(({ person }) => person)).size, setting.people),
    days: share(waited, all),
    gini: gini(daily),
    bottom: bottomTenth(daily),
    coverage: share(looks.filter((one) => one > 0).length, looks.length),
  }
}

/** 0 of 0 is 0: an empty market fills nothing. */
function share(part: number, of: number): number {
  return of === 0 ? 0 : part / of
}

/** Of numbers of 0 or more in rising order: half the mean difference of two of them, by their mean. 0 when all are 0. */
export function gini(sorted: Float64Array): number {
  const { length } = sorted
  let [sum, weighted] = [0, 0]
  for (const [at, one] of sorted.entries()) {
    sum += one
    weighted += (2 * (at + 1) - length - 1) * one
  }
  return sum === 0 ? 0 : weighted / (length * sum)
}

/** Mean of the lowest tenth, at least one of them, as a share of the mean of all. */
export function bottomTenth(sorted: Float64Array): number {
  const mean = (some: Float64Array) => some.reduce((sum, one) => sum + one, 0) / some.length
  const all = mean(sorted)
  return all > 0 ? mean(sorted.subarray(0, Math.max(1, Math.floor(sorted.length / 10)))) / all : 0
}
