import { type Candidates, shareLeft } from './candidates.ts'
import { createHeaps } from './heaps.ts'
import type { Likings } from './likings.ts'
import type { SparseMarket } from './sparse.ts'

const PASSES = 4
/** Columns read together. */
const BLOCK = 4096

export type SampleOptions = {
  readonly perSide: number
  /** How many columns of each row a pass looks at. */
  readonly sample: number
  /** Numbers in [0, 1): one a row and pass. */
  readonly random: () => number
  /** Is told when a part of the work is done. */
  readonly onStage?: ((stage: 'prices' | 'choice') => void) | undefined
}

/**
 * As `candidates`, for a market too large to be written down. How free everybody is comes from four passes over a sample: each
 * row looks at `sample` columns beside each other, from a place drawn anew, and takes them for all; what it sums up goes at once
 * into the sums of those columns. Then every pair is read once, and each of both sides keeps the `perSide` best by score and how
 * free the other is. Memory: 8 bytes for each of both sides' places; time of the order of rows × columns. Throws RangeError when
 * `perSide` or `sample` is not a positive whole number.
 */
export function sampledCandidates(likings: Likings, options: SampleOptions): Candidates {
  for (const name of ['perSide', 'sample'] as const)
    if (!Number.isSafeInteger(options[name]) || options[name] < 1)
      throw new RangeError(`${name}: ${options[name]} is not a positive whole number`)
  const { left: n, right: m } = likings
  const free = { left: new Float64Array(n).fill(1), right: new Float64Array(m).fill(1) }
  if (n > 0 && m > 0) for (let pass = 0; pass < PASSES; pass++) balance(likings, free, options)
  options.onStage?.('prices')
  const market = choose(likings, free, options.perSide)
  options.onStage?.('choice')
  return { market, free }
}

function balance(likings: Likings, free: Candidates['free'], { sample, random }: SampleOptions): void {
  const { left: n, right: m } = likings
  const width = Math.min(sample, m)
  const scores = new Float32Array(width)
  const sums = new Float64Array(m)
  const read = new Uint32Array(m)
  for (let row = 0; row < n; row++) {
    const first = width === m ? 0 : Math.floor(random() * (m - width + 1))
    likings.scores(row, first, first + width, scores)
    let sum = 0
    for (let at = 0; at < width; at++) {
      scores[at] = Math.exp(scores[at]!)
      sum += scores[at]! * free.right[first + at]!
    }
    const own = shareLeft((sum * m) / width)
    free.left[row] = own
    for (let at = 0; at < width; at++) {
      sums[first + at] = sums[first + at]! + scores[at]! * own
      read[first + at]!++
    }
  }
  // Columns at the edges are read less often than those in the middle: each is taken for what it was read.
  for (let column = 0; column < m; column++)
    if (read[column]! > 0) free.right[column] = shareLeft((sums[column]! * n) / read[column]!)
}

function choose(likings: Likings, free: Candidates['free'], perSide: number): SparseMarket {
  const { left: n, right: m } = likings
  const rows = createHeaps(1, Math.max(1, Math.min(perSide, m)))
  const columns = createHeaps(m, Math.max(1, Math.min(perSide, n)))
  const [lowest, least] = [rows.floors, columns.floors]
  const prices = free.right.map(Math.log)
  const scores = new Float32Array(Math.min(BLOCK, m))
  const own = new Uint32Array(n * Math.min(perSide, m))
  const counts = new Uint32Array(n)
  for (let row = 0; row < n; row++) {
    rows.clear()
    const price = Math.log(free.left[row]!)
    for (let from = 0; from < m; from += BLOCK) {
      const to = Math.min(m, from + BLOCK)
      likings.scores(row, from, to, scores)
      for (let column = from; column < to; column++) {
        const score = scores[column - from]!
        if (score + prices[column]! > lowest[0]!) rows.offer(0, score + prices[column]!, column)
        if (score + price > least[column]!) columns.offer(column, score + price, row)
      }
    }
    const start = row * Math.min(perSide, m)
    rows.each(0, (column) => {
      own[start + counts[row]!] = column
      counts[row]!++
    })
  }
  return joined(likings, own, counts, columns.each)
}

/** The rows' choices and the columns', each pair once. */
function joined(
  likings: Likings,
  own: Uint32Array,
  counts: Uint32Array,
  ofColumn: (column: number, told: (row: number) => void) => void,
): SparseMarket {
  const { left, right } = likings
  const width = left === 0 ? 0 : own.length / left
  const asked = new Uint32Array(left + 1)
  for (let column = 0; column < right; column++)
    ofColumn(column, (row) => {
      asked[row + 1]!++
    })
  for (let row = 0; row < left; row++) asked[row + 1]! += asked[row]!
  const next = asked.slice()
  const askedBy = new Uint32Array(asked[left]!)
  for (let column = 0; column < right; column++)
    ofColumn(column, (row) => {
      askedBy[next[row]!++] = column
    })
  const starts = new Uint32Array(left + 1)
  const both = new Uint32Array(own.length + askedBy.length)
  let pairs = 0
  for (let row = 0; row < left; row++) {
    const all = [
      ...own.subarray(row * width, row * width + counts[row]!),
      ...askedBy.subarray(asked[row]!, asked[row + 1]!),
    ].sort((a, b) => a - b)
    for (const [at, column] of all.entries()) if (at === 0 || all[at - 1] !== column) both[pairs++] = column
    starts[row + 1] = pairs
  }
  const columns = both.slice(0, pairs)
  const [wants, wanted] = [new Float32Array(pairs), new Float32Array(pairs)]
  for (let row = 0; row < left; row++)
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const likely = likings.chances(row, columns[at]!)
      wants[at] = likely.wants
      wanted[at] = likely.wanted
    }
  return { left, right, starts, columns, wants, wanted }
}
