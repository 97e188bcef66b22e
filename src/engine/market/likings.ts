import { chance } from '../logistic.ts'
import { createMersenne } from './mersenne.ts'

/**
 * A market of which only a part can be written down: what both sides like is told when it is asked for. A score is the sum of
 * both sides' logits; the chances are from 0 to 1.
 */
export type Likings = {
  readonly left: number
  readonly right: number
  /** Writes the scores of a row with the columns from `from` to before `to` to the beginning of `into`. */
  scores(row: number, from: number, to: number, into: Float32Array): void
  chances(row: number, column: number): { wants: number; wanted: number }
}

/** Each side's liking has so many tastes in it. */
const TASTES = 4
const WIDTH = 2 * TASTES
/** Logits of a pair for which nothing speaks. */
const BASE = -2.5

/**
 * Made-up likings of any size: what somebody likes and what the other is, in four tastes for each side, and how popular
 * everybody is with all. Normal numbers; `popularity` is their deviation in logits. The same seed gives the same. Memory 36
 * bytes a row and a column.
 */
export function tasteLikings(left: number, right: number, popularity: number, seed: number): Likings {
  const { normal } = createMersenne(seed)
  const spread = 1 / Math.sqrt(TASTES)
  const fill = (count: number, scale: number) => Float32Array.from({ length: count }, () => scale * normal())
  // What people like and what they are; what projects are and what they like: in the same order, so that one product is both.
  const people = fill(left * WIDTH, 1)
  const projects = fill(right * WIDTH, spread)
  const popular = { left: fill(left, popularity), right: fill(right, popularity) }
  const half = (row: number, column: number, first: number) => {
    let sum = 0
    for (let at = first; at < first + TASTES; at++) sum += people[row * WIDTH + at]! * projects[column * WIDTH + at]!
    return sum
  }
  return {
    left,
    right,
    scores(row, from, to, into) {
      const own = row * WIDTH
      const [a, b, c, d] = [people[own]!, people[own + 1]!, people[own + 2]!, people[own + 3]!]
      const [e, f, g, h] = [people[own + 4]!, people[own + 5]!, people[own + 6]!, people[own + 7]!]
      const base = 2 * BASE + popular.left[row]!
      // Written out: this is read for every pair of the market.
      for (let column = from, at = from * WIDTH; column < to; column++, at += WIDTH) {
        into[column - from] =
          base +
          popular.right[column]! +
          a * projects[at]! +
          b * projects[at + 1]! +
          c * projects[at + 2]! +
          d * projects[at + 3]! +
          e * projects[at + 4]! +
          f * projects[at + 5]! +
          g * projects[at + 6]! +
          h * projects[at + 7]!
      }
    },
    chances(row, column) {
      return {
        wants: chance(BASE + half(row, column, 0) + popular.right[column]!),
        wanted: chance(BASE + half(row, column, TASTES) + popular.left[row]!),
      }
    },
  }
}
