import { type Market, mutual } from './market.ts'
import { type Matrix, matrix, transposed } from './matrix.ts'
import { createSorter } from './order.ts'

/**
 * What is shown to whom: `toLeft` (n × m) holds how much each professional sees of each project, on average over the lists that
 * they may be shown; `toRight` (m × n) likewise.
 */
export type Exposure = { readonly toLeft: Matrix; readonly toRight: Matrix }

/** Every row sees its columns in the order of `scores`, best first, equal ones in the order of the columns. */
export function inOrderOf(scores: Matrix, looked: Float64Array): Matrix {
  const seen = matrix(scores.rows, scores.columns)
  const sorter = createSorter(scores.columns)
  for (let row = 0; row < scores.rows; row++) {
    const from = row * scores.columns
    sorter.scores.set(scores.values.subarray(from, from + scores.columns))
    const best = sorter.sort()
    for (let place = 0; place < best.length; place++) seen.values[from + best[place]!] = looked[place]!
  }
  return seen
}

/** How many matches are expected: both look, both say yes. */
export function expectedMatches(market: Market, { toLeft, toRight }: Exposure): number {
  const [both, seen] = [mutual(market), transposed(toRight)]
  let sum = 0
  for (let at = 0; at < both.values.length; at++) sum += both.values[at]! * toLeft.values[at]! * seen.values[at]!
  return sum
}

const ENVY = 1e-9

/**
 * Pairs in which one would have more matches with what the other side is shown of the other: how many among the left, how many
 * among the right. O(n²m + nm²).
 */
export function envy({ wants, wanted }: Market, { toLeft, toRight }: Exposure): { left: number; right: number } {
  return {
    left: envyOf(wants, wanted, toLeft, toRight),
    right: envyOf(wanted, wants, toRight, toLeft),
  }
}

function envyOf(wants: Matrix, wanted: Matrix, sees: Matrix, seen: Matrix): number {
  const { rows: n, columns: m } = wants
  // By row of those who are seen: the innermost loop runs n²m times.
  const { values: exposed } = transposed(seen)
  const worth = new Float64Array(m)
  let pairs = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++)
      worth[j] = wants.values[i * m + j]! * wanted.values[j * n + i]! * sees.values[i * m + j]!
    const inPlaceOf = (other: number) => {
      let sum = 0
      for (let j = 0; j < m; j++) sum += worth[j]! * exposed[other * m + j]!
      return sum
    }
    const own = inPlaceOf(i)
    for (let other = 0; other < n; other++) if (inPlaceOf(other) > own + ENVY) pairs++
  }
  return pairs
}
