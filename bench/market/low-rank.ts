import { chance } from '../../src/engine/logistic.ts'
import type { Market } from '../../src/engine/market/market.ts'
import { type Matrix, matrix } from '../../src/engine/market/matrix.ts'
import { createMersenne } from '../../src/engine/market/mersenne.ts'

/** Tastes of each side, and how much of the liking, in logits, all share. */
const RANK = 4
const TASTE = 1.5
const POPULARITY = 1

/**
 * A market of low rank: what somebody likes is a product of four tastes and four traits, normal numbers, and how popular the other
 * is with all; `base` is the logit of a pair for which nothing speaks. Ours, made up: nothing in it was measured.
 */
export function lowRankMarket(n: number, m: number, base: number, seed: number): Market {
  const { normal } = createMersenne(seed)
  const numbers = (count: number) => Float64Array.from({ length: count }, normal)
  const side = (rows: number, columns: number): Matrix => {
    const [tastes, traits, popular] = [numbers(rows * RANK), numbers(columns * RANK), numbers(columns)]
    const made = matrix(rows, columns)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        let taste = 0
        for (let at = 0; at < RANK; at++) taste += tastes[row * RANK + at]! * traits[column * RANK + at]!
        const logit = base + (TASTE * taste) / Math.sqrt(RANK) + POPULARITY * popular[column]!
        made.values[row * columns + column] = chance(logit)
      }
    }
    return made
  }
  return { wants: side(n, m), wanted: side(m, n) }
}
