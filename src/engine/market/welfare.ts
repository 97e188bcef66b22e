import type { Looked } from './examination.ts'
import type { Exposure } from './exposure.ts'
import { type Market, mutual } from './market.ts'
import { type Matrix, matrix, transposed } from './matrix.ts'
import { createSorter } from './order.ts'

const CLOSE_ENOUGH = 0.01
/** Of an annealed search, and the part of them in which alpha rises. */
export const ROUNDS = 23
const WARM = 0.8
const SMALLEST_STEP = 0.3
/** The larger, the longer steps stay near the whole way. */
const PATIENCE = 20
/** Nobody's few matches count for more than this allows. */
export const FEWEST = 1e-4

/** How a search for lists goes: what stands here may depend on the round, 0 first. */
export type Search = {
  readonly rounds: number
  /** 1: most matches (SW); 0: nobody is left out (Nash welfare); between: the power mean of what everybody gets. */
  readonly alpha: (round: number) => number
  /** How far to go towards the best lists for what the other side sees now, from 0 to 1. */
  readonly step: (round: number) => number
  /** Ends when the matches change by less. */
  readonly closeEnough: number
}

/** How many matches each can have; what somebody would add counts exp(−U / capacity) for whoever already has U. */
export type Capacity = { readonly left: Float64Array; readonly right: Float64Array }

/** Is told every order of the lists of one side as the search goes on: see mixture.ts. */
export type Recorder = {
  /** A new round: all lists so far count 1 − `step`, the orders that follow `step`. */
  begin(step: number): void
  /** The columns of a row, best first; they hold until the next call. */
  order(row: number, best: Uint32Array): void
}

export type Extras = {
  readonly capacity?: Capacity | undefined
  readonly left?: Recorder | undefined
  readonly right?: Recorder | undefined
}

export type Found = { readonly exposure: Exposure; readonly rounds: number; readonly matches: number }

/** With one `alpha`, as published: a tenth of the way each round, at most 100 rounds, to the nearest 0.01 match. */
export function steady(alpha: number): Search {
  return { rounds: 100, alpha: () => alpha, step: () => 0.1, closeEnough: CLOSE_ENOUGH }
}

/**
 * From fair to most: alpha goes from 0 to 1 while the lists are found, and stays there for the last rounds. In a market where all
 * want the same the search for most matches alone never leaves the lists that are alike for all; the fair one does. Long steps
 * find more than the short ones of the literature (`bench:market`): the lists of the last rounds, not an average over all, make
 * what is seen.
 */
export function annealed(rounds = ROUNDS): Search {
  const warm = Math.max(1, Math.round(rounds * WARM))
  return {
    rounds,
    alpha: (round) => Math.min(1, Math.sqrt(round / warm)),
    step: (round) => Math.max(SMALLEST_STEP, PATIENCE / (round + PATIENCE + 1)),
    closeEnough: 0,
  }
}

/**
 * Lists that make most of the whole market: Frank–Wolfe steps from lists in every order alike, the right side first, then the
 * left. Each step asks for the lists that add most for what the other side sees now: since a place counts the same for all,
 * that is sorting by what each would add, exact and without a solver. With alpha < 1 what somebody would add counts
 * U^(alpha − 1) for whoever already has U. Source: Tomita & Yokoyama, RecSys 2024, arXiv 2409.00720. With `capacity` whoever is
 * about to be full is shown less (ours).
 */
export function welfare(market: Market, looked: Looked, search: Search = steady(1), extras: Extras = {}): Found {
  const { capacity } = extras
  const both = mutual(market)
  const bothTurned = transposed(both)
  const { rows: n, columns: m } = both
  const toLeft = alike(n, m, looked.left)
  const toRight = alike(m, n, looked.right)
  const left = orderer(toLeft, looked.left, extras.left)
  const right = orderer(toRight, looked.right, extras.right)
  // What one side writes row by row the other reads row by row too.
  const [leftTurned, rightTurned] = [transposed(toLeft), transposed(toRight)]
  let before = Number.POSITIVE_INFINITY
  let sums = sumsOf(both, toLeft, rightTurned)
  let rounds = 0
  while (rounds < search.rounds) {
    const [alpha, step] = [search.alpha(rounds), search.step(rounds)]
    right(step, bothTurned, transposed(toLeft, leftTurned), worth(sums.left, alpha, capacity?.left))
    transposed(toRight, rightTurned)
    const { right: matched } = alpha === 1 && !capacity ? sums : sumsOf(both, toLeft, rightTurned)
    left(step, both, rightTurned, worth(matched, alpha, capacity?.right))
    rounds++
    sums = sumsOf(both, toLeft, rightTurned)
    if (Math.abs(sums.matches - before) < search.closeEnough) break
    before = sums.matches
  }
  return { exposure: { toLeft, toRight }, rounds, matches: sums.matches }
}

/** What one more match of somebody counts who has this many. */
function worth(matches: Float64Array, alpha: number, capacity?: Float64Array): Float64Array {
  const fair = alpha === 1 ? matches.map(() => 1) : matches.map((sum) => Math.max(sum, FEWEST) ** (alpha - 1))
  if (!capacity) return fair
  return fair.map((one, at) => (capacity[at]! > 0 ? one * Math.exp(-matches[at]! / capacity[at]!) : 0))
}

/** Every order alike: everything is seen as much as a place is on average. */
function alike(rows: number, columns: number, looked: Float64Array): Matrix {
  const made = matrix(rows, columns)
  made.values.fill(looked.reduce((sum, one) => sum + one, 0) / columns)
  return made
}

/** One step of one side: towards the order of what each column would add to a row, which is `likely` · `sees` · `worth`. */
function orderer(seen: Matrix, looked: Float64Array, recorder?: Recorder) {
  const { rows, columns, values } = seen
  const sorter = createSorter(columns)
  return (step: number, likely: Matrix, sees: Matrix, worth: Float64Array) => {
    recorder?.begin(step)
    for (let row = 0, from = 0; row < rows; row++, from += columns) {
      for (let at = 0; at < columns; at++)
        sorter.scores[at] = likely.values[from + at]! * sees.values[from + at]! * worth[at]!
      const best = sorter.sort()
      recorder?.order(row, best)
      for (let place = 0; place < columns; place++) {
        const at = from + best[place]!
        values[at] = (1 - step) * values[at]! + step * looked[place]!
      }
    }
  }
}

/** What everybody gets, and all of it together; `seen` is turned so that its rows are those of the left. */
function sumsOf(both: Matrix, toLeft: Matrix, seen: Matrix) {
  const { rows: n, columns: m } = both
  const [left, right] = [new Float64Array(n), new Float64Array(m)]
  let matches = 0
  for (let i = 0, from = 0; i < n; i++, from += m) {
    let own = 0
    for (let j = 0; j < m; j++) {
      const met = both.values[from + j]! * toLeft.values[from + j]! * seen.values[from + j]!
      own += met
      right[j] = right[j]! + met
    }
    left[i] = own
    matches += own
  }
  return { left, right, matches }
}
