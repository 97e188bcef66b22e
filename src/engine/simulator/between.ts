import { listOfToday, type Standing } from '../market/arrivals.ts'
import type { Drawn } from '../market/lottery.ts'
import { type Aim, planLists } from '../market/plan.ts'
import { movedPrice } from '../market/prices.ts'
import { rowOf } from '../market/sparse.ts'
import type { Lists, Morning } from './morning.ts'
import { possible } from './possible.ts'
import { SETTING } from './setting.ts'

export type Rhythm = {
  /** Everybody's lists are made anew every so many days. */
  readonly every: number
  /** How far an application moves the price until then, in logits; 0: not at all. */
  readonly step: number
}

type Run = {
  readonly day: number
  /** By person and by project, as the world numbers them. */
  readonly drawn: Readonly<Record<'left' | 'right', ReadonlyMap<number, readonly number[]>>>
  readonly prices: ReadonlyMap<number, number>
  readonly excess: ReadonlyMap<number, number>
}

/**
 * Lists as the platform makes them: for the whole market now and then, and until the next time what was drawn for each, with
 * what came since where its score less the prices puts it; prices move with the applications meanwhile, each from the next list
 * on that somebody opens. Keeps what it made, so each market that is simulated needs one of its own.
 */
export function betweenRuns(aim: Aim, { every, step }: Rhythm): (morning: Morning) => Lists {
  let last: Run | null = null
  return (morning) => {
    const { people, projects, market } = morning
    if (last === null || morning.day - last.day >= every) last = made(morning, aim)
    const { drawn, prices, excess } = last
    const columnOf = new Map(Array.from(projects, (project, column) => [project, column]))
    const rowsOf = new Map(Array.from(people, (person, row) => [person, row]))
    const fits = (row: number, column: number) => market.wants.values[row * projects.length + column]! > 0
    return {
      left: (row) => {
        const own = (drawn.left.get(people[row]!) ?? []).flatMap((project) => columnOf.get(project) ?? [])
        const standing = Array.from(projects, (project, column) => ({
          id: column,
          isNew: !prices.has(project),
          score: agreement(morning, row, column) - priceOf(project, column),
        }))
        return ofToday(own, standing, (column) => fits(row, column))
      },
      // People have no price.
      right: (column) => {
        const own = (drawn.right.get(projects[column]!) ?? []).flatMap((person) => rowsOf.get(person) ?? [])
        const standing = Array.from(people, (person, row) => ({
          id: row,
          isNew: !drawn.left.has(person),
          score: agreement(morning, row, column),
        }))
        return ofToday(own, standing, (row) => fits(row, column))
      },
    }
    function priceOf(project: number, column: number): number {
      // Of what came since, what it began with: nobody had applied for all its openings.
      const before = excess.get(project) ?? -morning.openings[column]!
      return movedPrice(prices.get(project) ?? 0, excessOf(morning, column) - before, step)
    }
  }
}

function ofToday(drawn: readonly number[], all: readonly Standing<number>[], fits: (id: number) => boolean): number[] {
  const standing = all.filter(({ id }) => fits(id)).sort((a, b) => b.score - a.score || a.id - b.id)
  return listOfToday(drawn.filter(fits), standing, all.length)
}

function made(morning: Morning, aim: Aim): Run {
  const { day, market, openings, hours, wantedHours, people, projects, random } = morning
  const usual = wantedHours.reduce((sum, one) => sum + one, 0) / Math.max(1, wantedHours.length)
  const sparse = possible(market)
  let count = 0
  const { left, right, prices } = planLists(sparse, {
    ...{ aim, look: SETTING.look },
    capacity: { left: hours.map((one) => one / usual), right: openings },
    random: () => random.left(0, count++),
  })
  return {
    day,
    drawn: {
      left: listed(people, left, (pair) => projects[sparse.columns[pair]!]!),
      right: listed(projects, right, (pair) => people[rowOf(sparse.starts, pair)]!),
    },
    prices: new Map(Array.from(projects, (project, column) => [project, prices[column]!])),
    excess: new Map(Array.from(projects, (project, column) => [project, excessOf(morning, column)])),
  }
}

function listed(of: Int32Array, lists: readonly Drawn[], other: (pair: number) => number) {
  return new Map(lists.map(({ pairs }, at) => [of[at]!, Array.from(pairs, other)]))
}

/** Applications that wait for an answer, less the places that are to be filled. */
function excessOf({ waiting, openings }: Morning, column: number): number {
  return waiting(column) - openings[column]!
}

/** Sum of the two logits, as the pair model ranks. */
function agreement({ market, people, projects }: Morning, row: number, column: number): number {
  const logit = (chance: number) => Math.log(chance / (1 - chance))
  const { wants, wanted } = market
  return logit(wants.values[row * projects.length + column]!) + logit(wanted.values[column * people.length + row]!)
}
