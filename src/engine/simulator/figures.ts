import type { Setting } from './setting.ts'
import type { World } from './world.ts'

/** A contract, the day on which it came about, and who came to whom. */
export type Match = {
  readonly day: number
  readonly person: number
  readonly project: number
  readonly way: 'applied' | 'approached'
}

/** What a run is measured by, in the order in which it is told. */
export const FIGURES = [
  ...(['matches', 'fill', 'placed', 'days', 'gini', 'bottom', 'coverage'] as const),
  ...(['applied', 'approached', 'peopleGini', 'peopleBottom', 'neverShown', 'firstLook'] as const),
] as const

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
  /** Contracts that began with an application, and those that began with the company. */
  readonly applied: number
  readonly approached: number
  /** As `gini` and `bottom`: over people, of companies' attention for a day on which they are there. */
  readonly peopleGini: number
  readonly peopleBottom: number
  /** People who stood in no list that a company opened, of all. */
  readonly neverShown: number
  /** Days from somebody's arrival until a company looks at them in its list, on average over newcomers, or over all where nobody is new. */
  readonly firstLook: number
}

/** What one side got of the other's attention: by person or by project. */
export type Seen = {
  readonly exposure: Float64Array
  readonly looks: Int32Array
  /** The day of the first look; −1 where there was none. */
  readonly first: Int32Array
  /** Days on which there was anything to see. */
  readonly days: Int32Array
}

export function unseen(count: number): Seen {
  return {
    exposure: new Float64Array(count),
    looks: new Int32Array(count),
    first: new Int32Array(count).fill(-1),
    days: new Int32Array(count),
  }
}

type Happened = {
  readonly setting: Setting
  readonly world: World
  readonly closed: Int32Array
  readonly matches: readonly Match[]
  readonly seen: { readonly people: Seen; readonly projects: Seen }
}

export function figuresOf({ setting, world, closed, matches, seen }: Happened): Figures {
  const { arrives, openings } = world.projects
  const all = openings.reduce((sum, one) => sum + one, 0)
  let waited = 0
  const unfilled = openings.slice()
  for (const { day, project } of matches) {
    waited += day - arrives[project]!
    unfilled[project]!--
  }
  for (const [project, count] of unfilled.entries()) waited += count * (closed[project]! - arrives[project]!)
  const [daily, peopleDaily] = [dailyOf(seen.projects), dailyOf(seen.people)]
  const { people, isNew } = world
  const counted = isNew.people.some(Boolean) ? isNew.people : isNew.people.map(() => 1)
  const ends = people.arrives.map(() => setting.days)
  return {
    matches: matches.length,
    fill: share(matches.length, all),
    placed: share(new Set(matches.map(({ person }) => person)).size, setting.people),
    days: share(waited, all),
    gini: gini(daily),
    bottom: bottomTenth(daily),
    coverage: share(seen.projects.looks.filter((one) => one > 0).length, openings.length),
    applied: matches.filter(({ way }) => way === 'applied').length,
    approached: matches.filter(({ way }) => way === 'approached').length,
    peopleGini: gini(peopleDaily),
    peopleBottom: bottomTenth(peopleDaily),
    neverShown: share(seen.people.exposure.filter((one) => one === 0).length, setting.people),
    firstLook: meanWait(seen.people.first, people.arrives, ends, counted),
  }
}

/** Attention a day, in rising order. */
function dailyOf({ exposure, days }: Seen): Float64Array {
  return exposure.map((sum, at) => sum / Math.max(1, days[at]!)).sort()
}

/** Mean days from `from` until it happened, of those that count; who waited in vain counts the days `until` the end. */
export function meanWait(happened: Int32Array, from: Int32Array, until: Int32Array, counted: Uint8Array): number {
  let [sum, count] = [0, 0]
  for (const [at, day] of happened.entries()) {
    if (!counted[at]) continue
    sum += (day < 0 ? until[at]! : day) - from[at]!
    count++
  }
  return share(sum, count)
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
