import { type Candidates, shareLeft } from './candidates.ts'
import { createHeaps } from './heaps.ts'
import { vectorReader } from './kernel/kernel.ts'
import type { Likings } from './likings.ts'
import { type Prices, plainReader, type Reader, STRIP, WINDOW } from './reading.ts'
import type { SparseMarket } from './sparse.ts'

const PASSES = 4

export type SampleOptions = {
  readonly perSide: number
  /** How many columns of each row a pass looks at. */
  readonly sample: number
  /** Numbers in [0, 1): one a row and pass. */
  readonly random: () => number
  /** `pairsSource` compiled: reads likings that have `factors` four pairs at a time, with the same result. */
  readonly kernel?: WebAssembly.Module | undefined
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
  const prices = { left: Float32Array.from(free.left, Math.log), right: Float32Array.from(free.right, Math.log) }
  const { factors } = likings
  const { kernel } = options
  const reader = kernel && factors ? vectorReader(kernel, factors, prices) : plainReader(likings, prices)
  const market = choose(reader, prices, likings, options.perSide)
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

/** What a strip of rows is read with grows from this: the first columns all enter, so the fewer they are the better. */
const FIRST = 64

function choose(reader: Reader, prices: Prices, likings: Likings, perSide: number): SparseMarket {
  const { left: n, right: m } = likings
  const width = Math.min(perSide, m)
  const rows = createHeaps(STRIP, Math.max(1, width), reader.floors.rows)
  const columns = createHeaps(m, Math.max(1, Math.min(perSide, n)), reader.floors.columns)
  const { hits, scores, floors } = reader
  const take = (top: number, from: number, size: number) => {
    for (let at = 0; at < size; at++) {
      const [row, column] = [hits[at]! >>> 16, from + (hits[at]! & 0xffff)]
      const score = scores[at]!
      const [forRow, forColumn] = [score + prices.right[column]!, score + prices.left[top + row]!]
      if (forRow > floors.rows[row]!) rows.offer(row, forRow, column)
      if (forColumn > floors.columns[column]!) columns.offer(column, forColumn, top + row)
    }
  }
  const own = new Uint32Array(n * width)
  const counts = new Uint32Array(n)
  for (let top = 0; top < n; top += STRIP) {
    const bottom = Math.min(n, top + STRIP)
    rows.clear()
    for (let from = 0; from < m; ) {
      const to = Math.min(m, from + Math.min(WINDOW, Math.max(FIRST, from)))
      take(top, from, reader.read(top, bottom, from, to))
      from = to
    }
    for (let row = top; row < bottom; row++)
      rows.each(row - top, (column) => {
        own[row * width + counts[row]!] = column
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
    const first = pairs
    both.set(own.subarray(row * width, row * width + counts[row]!), pairs)
    both.set(askedBy.subarray(asked[row]!, asked[row + 1]!), pairs + counts[row]!)
    const all = both.subarray(first, pairs + counts[row]! + asked[row + 1]! - asked[row]!).sort()
    for (let at = 0; at < all.length; at++) if (at === 0 || all[at - 1] !== all[at]) both[pairs++] = all[at]!
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
