import { chance } from '../logistic.ts'
import { createMersenne } from './mersenne.ts'

/** How many products make a score; the kernel is written for so many. */
export const WIDTH = 8

/**
 * Scores as a few products: row · column over `WIDTH` numbers of each, and what either brings by itself. `left` and `right` hold
 * the numbers row after row.
 */
export type Factors = {
  readonly left: Float32Array
  readonly right: Float32Array
  readonly own: { readonly left: Float32Array; readonly right: Float32Array }
}

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
  /** Where scores are such products: then `scores` is `scoresOf` them, and a kernel can read them. */
  readonly factors?: Factors | undefined
}

/** Each side's liking has so many tastes in it. */
const TASTES = WIDTH / 2
/** Logits of a pair for which nothing speaks. */
const BASE = -2.5

/**
 * Made-up likings of any size: what somebody likes and what the other is, in four tastes for each side, and how popular
 * everybody is with all. Normal numbers; `popularity` is their deviation in logits. The same seed gives the same. Memory 40
 * bytes a row and 36 a column.
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
  const own = { left: popular.left.map((one) => 2 * BASE + one), right: popular.right }
  const factors = { left: people, right: projects, own }
  return {
    ...{ left, right, factors },
    scores: scoresOf(factors),
    chances(row, column) {
      return {
        wants: chance(BASE + half(row, column, 0) + popular.right[column]!),
        wanted: chance(BASE + half(row, column, TASTES) + popular.left[row]!),
      }
    },
  }
}

/** Rounded to 32 bits after every step, in the order of the kernel, so that both give the same bits. */
export function scoresOf({ left, right, own }: Factors): Likings['scores'] {
  const round = Math.fround
  return (row, from, to, into) => {
    const first = row * WIDTH
    const [a, b, c, d] = [left[first]!, left[first + 1]!, left[first + 2]!, left[first + 3]!]
    const [e, f, g, h] = [left[first + 4]!, left[first + 5]!, left[first + 6]!, left[first + 7]!]
    const base = own.left[row]!
    // Written out: this is read for every pair of the market.
    for (let column = from, at = from * WIDTH; column < to; column++, at += WIDTH) {
      let score = round(base + own.right[column]!)
      score = round(score + round(a * right[at]!))
      score = round(score + round(b * right[at + 1]!))
      score = round(score + round(c * right[at + 2]!))
      score = round(score + round(d * right[at + 3]!))
      score = round(score + round(e * right[at + 4]!))
      score = round(score + round(f * right[at + 5]!))
      score = round(score + round(g * right[at + 6]!))
      into[column - from] = round(score + round(h * right[at + 7]!))
    }
  }
}
