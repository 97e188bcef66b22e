import type { Market } from '../market/market.ts'
import type { Aim } from '../market/plan.ts'
import type { Match } from './figures.ts'
import type { Known, Lists, Morning } from './morning.ts'
import { aimed } from './predict.ts'
import type { Run } from './run.ts'
import type { Setting } from './setting.ts'
import type { World } from './world.ts'

/**
 * Lists where what is believed of a newcomer moves with what comes of them, as records and answers move it on a platform, from nothing
 * as far as `unknown` says it may be off; with draws that go as far as `untried`, 0 being none.
 */
export function meetingNewcomers(aim: Aim, unknown: number, untried: number): (morning: Morning) => Lists {
  const make = aimed(aim, untried)
  return (morning) => make({ ...morning, market: learnt(morning, unknown) })
}

function learnt({ market: { wants, wanted }, known }: Morning, unknown: number): Market {
  const moved = (values: Float64Array, columns: number, by: Float64Array) =>
    values.map((likely, at) => (likely === 0 ? 0 : likely / (likely + (1 - likely) * Math.exp(-by[at % columns]!))))
  return {
    wants: { ...wants, values: moved(wants.values, wants.columns, meansOf(known.projects, unknown)) },
    wanted: { ...wanted, values: moved(wanted.values, wanted.columns, meansOf(known.people, unknown)) },
  }
}

/** Of a normal belief around nothing, one step towards what came: 0 where all was known before. */
function meansOf({ trials, more, variance }: Known, unknown: number): Float64Array {
  return more.map((one, at) => (trials[at] === Number.POSITIVE_INFINITY ? 0 : one / (1 / unknown ** 2 + variance[at]!)))
}

/** Mean days that newcomers waited; who waited in vain counts the days until the end (a restricted mean). */
export type Waits = {
  /** Of projects, for a look, for an application and for a contract. */
  readonly look: number
  readonly application: number
  readonly filled: number
  /** Of people, for a contract. */
  readonly placed: number
}

export function waitsOf(setting: Setting, { people, projects, isNew }: World, { matches, first }: Run): Waits {
  const firstOf = (of: (match: Match) => number, count: number) => {
    const days = new Int32Array(count).fill(-1)
    for (const match of matches.toReversed()) days[of(match)] = match.day
    return days
  }
  const closes = projects.arrives.map((day) => Math.min(setting.days, day + setting.openFor))
  const ends = people.arrives.map(() => setting.days)
  const projectsWaited = (days: Int32Array) => meanWait(days, projects.arrives, closes, isNew.projects)
  return {
    look: projectsWaited(first.look),
    application: projectsWaited(first.application),
    filled: projectsWaited(firstOf(({ project }) => project, closes.length)),
    placed: meanWait(
      firstOf(({ person }) => person, ends.length),
      people.arrives,
      ends,
      isNew.people,
    ),
  }
}

function meanWait(happened: Int32Array, from: Int32Array, until: Int32Array, isNew: Uint8Array): number {
  let [sum, count] = [0, 0]
  for (const [at, day] of happened.entries()) {
    if (!isNew[at]) continue
    sum += (day < 0 ? until[at]! : day) - from[at]!
    count++
  }
  return count === 0 ? 0 : sum / count
}
