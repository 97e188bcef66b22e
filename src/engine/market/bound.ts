import type { Looked } from './examination.ts'
import { checkMarket, type Market, mutual } from './market.ts'
import { type Matrix, matrix, transposed } from './matrix.ts'
import { createSorter } from './order.ts'

const ROUNDS = 60

/**
 * More matches than this no lists bring, single or drawn, whoever makes them: a proven bound where both sides browse. Proof:
 * expected matches are linear in the lists of each side, so single lists are best, of which i sees j with a = v(place) and is seen
 * with b. For any w > 0, a · b ≤ (w · a² + b² / w) / 2, and Σ both · w · a² is at most what lists sorted by both · w bring with
 * v² in place of v; likewise the other side. The weights that make it low are w = √(b̄² / ā²) at the highest Σ both · √(ā² · b̄²) over
 * means of lists, which is concave, so Frank–Wolfe steps by sorting lead there. Only the last sorting, by comparison, is part of
 * the proof. Throws RangeError when the market is none. O(rounds · n · m).
 */
export function matchesBound(market: Market, looked: Looked, rounds = ROUNDS): number {
  checkMarket(market)
  const both = mutual(market)
  const { rows: n, columns: m } = both
  if (n * m === 0) return 0
  const turned = transposed(both)
  const squares = { left: looked.left.map((one) => one * one), right: looked.right.map((one) => one * one) }
  const left = towards(both, squares.left)
  const right = towards(turned, squares.right)
  const [leftTurned, rightTurned] = [matrix(m, n), matrix(n, m)]
  for (let round = 0; round < rounds; round++) {
    transposed(left.seen, leftTurned)
    transposed(right.seen, rightTurned)
    // Never the whole way: what had no share at all would have no finite weight.
    const step = 2 / (round + 3)
    left.go(rightTurned, step)
    right.go(leftTurned, step)
  }
  transposed(left.seen, leftTurned)
  transposed(right.seen, rightTurned)
  return left.most(rightTurned) + right.most(leftTurned)
}

/** One side: `seen` holds the mean of the squares of what its lists show. */
function towards(both: Matrix, squares: Float64Array) {
  const { rows, columns } = both
  const seen = matrix(rows, columns)
  seen.values.fill(squares.reduce((sum, one) => sum + one, 0) / columns)
  const sorter = createSorter(columns)
  const worth = (at: number, sees: Matrix) => (both.values[at]! * Math.sqrt(sees.values[at]! / seen.values[at]!)) / 2
  return {
    seen,
    go(sees: Matrix, step: number) {
      for (let from = 0; from < seen.values.length; from += columns) {
        for (let at = 0; at < columns; at++) sorter.scores[at] = worth(from + at, sees)
        const best = sorter.sort()
        for (let place = 0; place < columns; place++) {
          const at = from + best[place]!
          seen.values[at] = (1 - step) * seen.values[at]! + step * squares[place]!
        }
      }
    },
    most(sees: Matrix): number {
      const scores = new Float64Array(columns)
      let sum = 0
      for (let from = 0; from < seen.values.length; from += columns) {
        for (let at = 0; at < columns; at++) scores[at] = worth(from + at, sees)
        scores.sort()
        for (let place = 0; place < columns; place++) sum += scores[columns - 1 - place]! * squares[place]!
      }
      return sum
    },
  }
}
