import { createOrder, type Exposure } from './exposure.ts'
import { type Market, mutual } from './market.ts'
import { type Matrix, matrix } from './matrix.ts'
import type { Looked } from './simple.ts'

/** Of the way towards the best lists for what the other side sees now. */
const STEP = 0.1
const MOST_ROUNDS = 100
const CLOSE_ENOUGH = 0.01
/** Nobody's few matches count for more than this allows. */
const FEWEST = 1e-4

export type WelfareOptions = {
  /** 1: most matches (SW); 0: nobody is left out (Nash welfare); between: the power mean of what everybody gets. */
  readonly alpha?: number
}

/**
 * Lists that make most of the whole market: Frank–Wolfe steps from lists in every order alike, the right side first, then the
 * left. Each step asks for the lists that add most for what the other side sees now: since a place counts the same for all,
 * that is sorting by what each would add, exact and without a solver. With `alpha` < 1 what somebody would add counts
 * U^(alpha − 1) for whoever already has U. Ends when the matches change by less than 0.01, or after 100 rounds. Source: Tomita &
 * Yokoyama, RecSys 2024, arXiv 2409.00720.
 */
export function welfare(
  market: Market,
  looked: Looked,
  { alpha = 1 }: WelfareOptions = {},
): { exposure: Exposure; rounds: number; matches: number } {
  const both = mutual(market)
  const { rows: n, columns: m } = both
  const toLeft = alike(n, m, looked.left)
  const toRight = alike(m, n, looked.right)
  const [left, right] = [orderer(toLeft, looked.left), orderer(toRight, looked.right)]
  const worth = (sums: Float64Array) => sums.map((sum) => Math.max(sum, FEWEST) ** (alpha - 1))
  let before = Number.POSITIVE_INFINITY
  let matches = 0
  let rounds = 0
  while (rounds < MOST_ROUNDS) {
    const ofLeft = alpha === 1 ? null : worth(sumsOf(both, toLeft, toRight).left)
    right((j, gain) => {
      for (let i = 0; i < n; i++)
        gain[i] = both.values[i * m + j]! * toLeft.values[i * m + j]! * (ofLeft ? ofLeft[i]! : 1)
    })
    const ofRight = alpha === 1 ? null : worth(sumsOf(both, toLeft, toRight).right)
    left((i, gain) => {
      for (let j = 0; j < m; j++)
        gain[j] = both.values[i * m + j]! * toRight.values[j * n + i]! * (ofRight ? ofRight[j]! : 1)
    })
    rounds++
    matches = sumsOf(both, toLeft, toRight).matches
    if (Math.abs(matches - before) < CLOSE_ENOUGH) break
    before = matches
  }
  return { exposure: { toLeft, toRight }, rounds, matches }
}

/** Every order alike: everything is seen as much as a place is on average. */
function alike(rows: number, columns: number, looked: Float64Array): Matrix {
  const made = matrix(rows, columns)
  made.values.fill(looked.reduce((sum, one) => sum + one, 0) / columns)
  return made
}

/** One step of one side: `gainOf` writes what each column would add to the row. */
function orderer(seen: Matrix, looked: Float64Array) {
  const order = createOrder(seen.columns)
  const gain = new Float64Array(seen.columns)
  return (gainOf: (row: number, gain: Float64Array) => void) => {
    for (let row = 0; row < seen.rows; row++) {
      gainOf(row, gain)
      const best = order(gain)
      const from = row * seen.columns
      for (let place = 0; place < best.length; place++) {
        const at = from + best[place]!
        seen.values[at] = (1 - STEP) * seen.values[at]! + STEP * looked[place]!
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
