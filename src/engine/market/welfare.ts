import type { Exposure } from './exposure.ts'
import { type Market, mutual } from './market.ts'
import { type Matrix, matrix } from './matrix.ts'
import { createSorter } from './order.ts'
import type { Looked } from './simple.ts'

const CLOSE_ENOUGH = 0.01
/** Nobody's few matches count for more than this allows. */
const FEWEST = 1e-4

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

export type Found = { readonly exposure: Exposure; readonly rounds: number; readonly matches: number }

/** With one `alpha`, as published: a tenth of the way each round, at most 100 rounds, to the nearest 0.01 match. */
export function steady(alpha: number): Search {
  return { rounds: 100, alpha: () => alpha, step: () => 0.1, closeEnough: CLOSE_ENOUGH }
}

/**
 * Lists that make most of the whole market: Frank–Wolfe steps from lists in every order alike, the right side first, then the
 * left. Each step asks for the lists that add most for what the other side sees now: since a place counts the same for all,
 * that is sorting by what each would add, exact and without a solver. With alpha < 1 what somebody would add counts
 * U^(alpha − 1) for whoever already has U. Source: Tomita & Yokoyama, RecSys 2024, arXiv 2409.00720.
 */
export function welfare(market: Market, looked: Looked, search: Search = steady(1)): Found {
  const both = mutual(market)
  const { rows: n, columns: m } = both
  const toLeft = alike(n, m, looked.left)
  const toRight = alike(m, n, looked.right)
  const [left, right] = [orderer(toLeft, looked.left), orderer(toRight, looked.right)]
  let before = Number.POSITIVE_INFINITY
  let sums = sumsOf(both, toLeft, toRight)
  let rounds = 0
  while (rounds < search.rounds) {
    const [alpha, step] = [search.alpha(rounds), search.step(rounds)]
    const ofLeft = worth(sums.left, alpha)
    right(step, (j, gain) => {
      for (let i = 0; i < n; i++) gain[i] = both.values[i * m + j]! * toLeft.values[i * m + j]! * ofLeft[i]!
    })
    const ofRight = worth(alpha === 1 ? sums.right : sumsOf(both, toLeft, toRight).right, alpha)
    left(step, (i, gain) => {
      for (let j = 0; j < m; j++) gain[j] = both.values[i * m + j]! * toRight.values[j * n + i]! * ofRight[j]!
    })
    rounds++
    sums = sumsOf(both, toLeft, toRight)
    if (Math.abs(sums.matches - before) < search.closeEnough) break
    before = sums.matches
  }
  return { exposure: { toLeft, toRight }, rounds, matches: sums.matches }
}

/** What one more match of somebody counts who has this many. */
function worth(matches: Float64Array, alpha: number): Float64Array {
  return alpha === 1 ? matches.map(() => 1) : matches.map((sum) => Math.max(sum, FEWEST) ** (alpha - 1))
}

/** Every order alike: everything is seen as much as a place is on average. */
function alike(rows: number, columns: number, looked: Float64Array): Matrix {
  const made = matrix(rows, columns)
  made.values.fill(looked.reduce((sum, one) => sum + one, 0) / columns)
  return made
}

/** One step of one side: `gainOf` writes what each column would add to the row. */
function orderer(seen: Matrix, looked: Float64Array) {
  const sorter = createSorter(seen.columns)
  return (step: number, gainOf: (row: number, gain: Float32Array) => void) => {
    for (let row = 0; row < seen.rows; row++) {
      gainOf(row, sorter.scores)
      const best = sorter.sort()
      const from = row * seen.columns
      for (let place = 0; place < best.length; place++) {
        const at = from + best[place]!
        seen.values[at] = (1 - step) * seen.values[at]! + step * looked[place]!
      }
    }
  }
}

function sumsOf(both: Matrix, toLeft: Matrix, toRight: Matrix) {
  const { rows: n, columns: m } = both
  const [left, right] = [new Float64Array(n), new Float64Array(m)]
  let matches = 0
  for (let i = 0; i < n; i++) {
    let own = 0
    for (let j = 0; j < m; j++) {
      const met = both.values[i * m + j]! * toLeft.values[i * m + j]! * toRight.values[j * n + i]!
      own += met
      right[j] = right[j]! + met
    }
    left[i] = own
    matches += own
  }
  return { left, right, matches }
}
