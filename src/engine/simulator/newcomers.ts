import type { Aim } from '../market/plan.ts'
import { type Match, meanWait } from './figures.ts'
import { asLearnt } from './knowing.ts'
import type { Lists, Morning } from './morning.ts'
import { aimed } from './predict.ts'
import type { Run } from './run.ts'
import type { Setting } from './setting.ts'
import type { World } from './world.ts'

/**
 * Lists where what is believed of a newcomer moves with what comes of them, with draws that go as far as `untried`, 0 being none;
 * of each side by itself where two are given.
 */
export function meetingNewcomers(
  aim: Aim,
  unknown: number,
  untried: Parameters<typeof aimed>[1],
): (morning: Morning) => Lists {
  const make = aimed(aim, untried)
  return (morning) => make(asLearnt(morning, unknown))
}

/** Mean days that newcomers waited; who waited in vain counts the days until the end (a restricted mean). */
export type Waits = {
  /** Of projects, for a look, for an application and for a contract. */
  readonly look: number
  readonly application: number
  readonly filled: number
  /** Of people, for a company that looks at them on its list of people, and for a contract. */
  readonly seen: number
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
  const peopleWaited = (days: Int32Array) => meanWait(days, people.arrives, ends, isNew.people)
  return {
    look: projectsWaited(first.look),
    application: projectsWaited(first.application),
    filled: projectsWaited(firstOf(({ project }) => project, closes.length)),
    seen: peopleWaited(first.seen),
    placed: peopleWaited(firstOf(({ person }) => person, ends.length)),
  }
}
