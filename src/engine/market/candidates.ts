import { createHeaps } from './heaps.ts'
import { checkMarket, type Market } from './market.ts'
import { SQUARE } from './matrix.ts'
import type { SparseMarket } from './sparse.ts'

/** How much both sides' liking counts against how many others like the same. */
const SHARPNESS = 5
const PASSES = 4
/** Columns looked at together on the way down: their heaps and one line of the kernel stay near. */
const STRIP = 64

export type Candidates = {
  readonly market: SparseMarket
  /** How free everybody still is, from 0 (wanted by far too many) to 1 (wanted by nobody). */
  readonly free: { readonly left: Float64Array; readonly right: Float64Array }
}

/**
 * Whom to consider for whose list in a market too large to consider everybody: for each of both sides the `perSide` best by
 * exp(5·(p + q)) times how free the other is, after four passes of iterative proportional fitting (the stable matching of a
 * market with transferable utility, see `equilibrium`). Each pass reads the kernel once: what a row sums up goes at once into the
 * sums of the columns. Memory 4 bytes a pair beside the market. Throws RangeError when the market is none or `perSide` is not a
 * positive whole number.
 */
export function candidates(market: Market, perSide: number): Candidates {
  checkMarket(market)
  if (!Number.isSafeInteger(perSide) || perSide < 1)
    throw new RangeError(`perSide: ${perSide} is not a positive whole number`)
  const { rows: n, columns: m } = market.wants
  const kernel = kernelOf(market)
  const free = { left: new Float64Array(n).fill(1), right: new Float64Array(m).fill(1) }
  for (let pass = 0; pass < PASSES; pass++) balance(kernel, free.left, free.right)
  const chosen = new Uint8Array(n * m)
  chooseInRows(kernel, free.right, n, perSide, chosen)
  chooseInColumns(kernel, free.left, m, perSide, chosen)
  return { market: chosenOf(market, chosen), free }
}

/** n × m: exp(5·(p + q)). In squares, because one of the two is read the other way round (see `transposed`). */
function kernelOf({ wants, wanted }: Market): Float32Array {
  const { rows: n, columns: m } = wants
  const kernel = new Float32Array(n * m)
  for (let top = 0; top < n; top += SQUARE) {
    const bottom = Math.min(n, top + SQUARE)
    for (let left = 0; left < m; left += SQUARE) {
      const right = Math.min(m, left + SQUARE)
      for (let row = top; row < bottom; row++)
        for (let column = left; column < right; column++)
          kernel[row * m + column] = Math.exp(
            SHARPNESS * (wants.values[row * m + column]! + wanted.values[column * n + row]!),
          )
    }
  }
  return kernel
}

function balance(kernel: Float32Array, left: Float64Array, right: Float64Array): void {
  const m = right.length
  const sums = new Float64Array(m)
  for (let row = 0, from = 0; row < left.length; row++, from += m) {
    let sum = 0
    for (let column = 0; column < m; column++) sum += kernel[from + column]! * right[column]!
    const own = shareLeft(sum)
    left[row] = own
    for (let column = 0; column < m; column++) sums[column] = sums[column]! + kernel[from + column]! * own
  }
  for (let column = 0; column < m; column++) right[column] = shareLeft(sums[column]!)
}

/** √(1 + h²) − h with h = sum / 2, without the loss of digits where h is large. */
export function shareLeft(sum: number): number {
  return 1 / (Math.sqrt(1 + (sum * sum) / 4) + sum / 2)
}

function chooseInRows(kernel: Float32Array, right: Float64Array, n: number, perSide: number, chosen: Uint8Array): void {
  const m = right.length
  const best = createHeaps(1, Math.max(1, Math.min(perSide, m)))
  const { floors } = best
  for (let row = 0, from = 0; row < n; row++, from += m) {
    best.clear()
    for (let column = 0; column < m; column++) {
      const score = kernel[from + column]! * right[column]!
      if (score > floors[0]!) best.offer(0, score, column)
    }
    best.each(0, (column) => {
      chosen[from + column] = 1
    })
  }
}

function chooseInColumns(
  kernel: Float32Array,
  left: Float64Array,
  m: number,
  perSide: number,
  chosen: Uint8Array,
): void {
  const n = left.length
  const bests = createHeaps(STRIP, Math.max(1, Math.min(perSide, n)))
  const { floors } = bests
  for (let first = 0; first < m; first += STRIP) {
    const width = Math.min(STRIP, m - first)
    bests.clear()
    for (let row = 0; row < n; row++) {
      const from = row * m + first
      for (let at = 0; at < width; at++) {
        const score = kernel[from + at]! * left[row]!
        if (score > floors[at]!) bests.offer(at, score, row)
      }
    }
    for (let at = 0; at < width; at++)
      bests.each(at, (row) => {
        chosen[row * m + first + at] = 1
      })
  }
}

function chosenOf({ wants, wanted }: Market, chosen: Uint8Array): SparseMarket {
  const { rows: left, columns: right } = wants
  const starts = new Uint32Array(left + 1)
  let pairs = 0
  for (let at = 0; at < chosen.length; at++) pairs += chosen[at]!
  const columns = new Uint32Array(pairs)
  const [p, q] = [new Float32Array(pairs), new Float32Array(pairs)]
  let at = 0
  for (let row = 0; row < left; row++) {
    for (let column = 0; column < right; column++) {
      if (chosen[row * right + column] === 0) continue
      columns[at] = column
      p[at] = wants.values[row * right + column]!
      q[at] = wanted.values[column * left + row]!
      at++
    }
    starts[row + 1] = at
  }
  return { left, right, starts, columns, wants: p, wanted: q }
}
