import type { Looked } from './examination.ts'
import { type Exposure, inOrderOf } from './exposure.ts'
import type { Market } from './market.ts'
import { type Matrix, matrix, transposed } from './matrix.ts'

const CLOSE_ENOUGH = 1e-9
const MOST_ROUNDS = 10_000

export type Equilibrium = {
  /** How much of everybody stays unmatched, from 0 to 1. */
  readonly left: Float64Array
  readonly right: Float64Array
  /** n × m: who is matched with whom. */
  readonly matched: Matrix
  readonly rounds: number
}

/**
 * The stable matching of a market in which what one side gains could be handed to the other, by iterative proportional
 * fitting: with K = exp((p + q) / 2), matched = K·x·y and everybody's matches and x² add up to one person. Each step solves one
 * side exactly: x = √(1 + h²) − h with h = K·y / 2. Ends when no x or y changes by 1e-9 or more, or after 10,000 rounds. Sources: Decker, Lieb,
 * McCann, Stephens, Unique equilibria in a stochastic marriage market, 2013; Chen, Hsieh, Lin, Matching recommendations with
 * transferable utility, arXiv 2306.09060.
 */
export function equilibrium({ wants, wanted }: Market): Equilibrium {
  const { rows: n, columns: m } = wants
  const kernel = matrix(n, m)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++)
      kernel.values[i * m + j] = Math.exp((wants.values[i * m + j]! + wanted.values[j * n + i]!) / 2)
  }
  const [x, y] = [new Float64Array(n).fill(1), new Float64Array(m).fill(1)]
  let rounds = 0
  let change = Number.POSITIVE_INFINITY
  while (change >= CLOSE_ENOUGH && rounds < MOST_ROUNDS) {
    change = Math.max(solve(x, timesColumn(kernel, y)), solve(y, timesRow(kernel, x)))
    rounds++
  }
  const matched = matrix(n, m)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) matched.values[i * m + j] = kernel.values[i * m + j]! * x[i]! * y[j]!
  }
  return { left: x.map((one) => one * one), right: y.map((one) => one * one), matched, rounds }
}

/** Lists in the order of the stable matching. */
export function transferable(market: Market, looked: Looked): { exposure: Exposure; rounds: number } {
  const { matched, rounds } = equilibrium(market)
  const exposure = { toLeft: inOrderOf(matched, looked.left), toRight: inOrderOf(transposed(matched), looked.right) }
  return { exposure, rounds }
}

/** Puts in what fits the other side; the largest change. */
function solve(one: Float64Array, sums: Float64Array): number {
  let change = 0
  for (let at = 0; at < one.length; at++) {
    const half = sums[at]! / 2
    // √(1 + h²) − h without the loss of digits where h is large.
    const next = 1 / (Math.sqrt(1 + half * half) + half)
    change = Math.max(change, Math.abs(next - one[at]!))
    one[at] = next
  }
  return change
}

function timesColumn({ rows, columns, values }: Matrix, column: Float64Array): Float64Array {
  const sums = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    let sum = 0
    for (let at = 0; at < columns; at++) sum += values[row * columns + at]! * column[at]!
    sums[row] = sum
  }
  return sums
}

function timesRow({ rows, columns, values }: Matrix, row: Float64Array): Float64Array {
  const sums = new Float64Array(columns)
  for (let at = 0; at < rows; at++) {
    for (let column = 0; column < columns; column++)
      sums[column] = sums[column]! + values[at * columns + column]! * row[at]!
  }
  return sums
}
