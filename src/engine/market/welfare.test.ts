import fc from 'fast-check'
import { expect, test } from 'vitest'
import { examination } from './examination.ts'
import { publishedMarket } from './market.ts'
import { type Matrix, transposed } from './matrix.ts'
import { METHODS, solve } from './methods.ts'
import { equilibrium } from './transferable.ts'
import { annealed, type Extras, welfare } from './welfare.ts'

const LOOKS = fc.constantFrom('inv', 'log', 'exp')
const sides = fc.record({
  n: fc.integer({ min: 1, max: 9 }),
  m: fc.integer({ min: 1, max: 9 }),
  crowding: fc.double({ min: 0, max: 1, noNaN: true }),
  seed: fc.integer({ min: 0, max: 1000 }),
  look: LOOKS,
})

function sumsOf({ rows, columns, values }: Matrix) {
  const byRow = Array.from({ length: rows }, (_, row) => values.slice(row * columns, (row + 1) * columns))
  return byRow.map((row) => row.reduce((sum, one) => sum + one, 0))
}

test('whatever the method, everybody sees as much as there are places, and nothing twice as much as the first place', () => {
  fc.assert(
    fc.property(sides, fc.constantFrom(...METHODS), ({ n, m, crowding, seed, look }, method) => {
      const looked = { left: examination(look, m), right: examination(look, n) }
      const { exposure, matches } = solve(publishedMarket(n, m, crowding, seed), looked, method, { alpha: 0.5 })
      const places = looked.left.reduce((sum, one) => sum + one, 0)
      for (const sum of sumsOf(exposure.toLeft)) expect(sum).toBeCloseTo(places, 6)
      expect(Math.max(...exposure.toRight.values)).toBeLessThanOrEqual(1 + 1e-9)
      expect(matches).toBeGreaterThanOrEqual(0)
      expect(matches).toBeLessThanOrEqual(n * m)
    }),
  )
})

test('everybody is matched or left, once, in the stable matching', () => {
  fc.assert(
    fc.property(sides, ({ n, m, crowding, seed }) => {
      const { matched, left, right } = equilibrium(publishedMarket(n, m, crowding, seed))
      for (const [i, sum] of sumsOf(matched).entries()) expect(sum + left[i]!).toBeCloseTo(1, 6)
      for (const [j, sum] of sumsOf(transposed(matched)).entries()) expect(sum + right[j]!).toBeCloseTo(1, 6)
    }),
  )
})

test('the search brings more than either side’s wishes where all want the same', () => {
  for (const seed of [0, 1, 2]) {
    const market = publishedMarket(40, 40, 0.9, seed)
    const looked = { left: examination('inv', 40), right: examination('inv', 40) }
    const [both, ours] = [solve(market, looked, 'product'), solve(market, looked, 'annealed')]
    expect(ours.matches).toBeGreaterThan(both.matches)
    expect(ours.envy.left).toBeLessThan(both.envy.left)
  }
})

test('the order in which people stand in the files changes nothing but the order', () => {
  const market = publishedMarket(7, 5, 0.3, 4)
  const turn = ({ rows, columns, values }: Matrix, by: 'rows' | 'columns'): Matrix => {
    const turned = new Float64Array(values.length)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const at = by === 'rows' ? (rows - 1 - row) * columns + column : row * columns + columns - 1 - column
        turned[at] = values[row * columns + column]!
      }
    }
    return { rows, columns, values: turned }
  }
  const looked = { left: examination('log', 5), right: examination('log', 7) }
  const turned = { wants: turn(market.wants, 'rows'), wanted: turn(market.wanted, 'columns') }
  for (const method of METHODS)
    expect(solve(turned, looked, method).matches).toBeCloseTo(solve(market, looked, method).matches, 6)
})

test('one side empty: no matches, no envy', () => {
  const none = { rows: 0, columns: 3, values: new Float64Array(0) }
  const market = { wants: none, wanted: { rows: 3, columns: 0, values: new Float64Array(0) } }
  const looked = { left: examination('inv', 3), right: examination('inv', 0) }
  for (const method of METHODS) {
    expect(solve(market, looked, method)).toMatchObject({ matches: 0, envy: { left: 0, right: 0 } })
  }
})

test('with capacity fewer matches go to whoever is full', () => {
  const market = publishedMarket(60, 6, 0.6, 3)
  const looked = { left: examination('inv', 6), right: examination('inv', 60) }
  const capacity = { left: new Float64Array(60).fill(1), right: Float64Array.of(1, 1, 1, 1, 1, 0) }
  const filled = (extras: Extras) => {
    const { exposure } = welfare(market, looked, annealed(), extras)
    const seen = transposed(exposure.toRight)
    const sums = new Float64Array(6)
    for (let at = 0; at < seen.values.length; at++) {
      const likely = market.wants.values[at]! * market.wanted.values[(at % 6) * 60 + Math.floor(at / 6)]!
      sums[at % 6] = sums[at % 6]! + likely * exposure.toLeft.values[at]! * seen.values[at]!
    }
    return sums
  }
  const [free, held] = [filled({}), filled({ capacity })]
  // What the search makes most of: matches that somebody still has room for.
  const ofUse = (sums: Float64Array) =>
    sums.reduce((sum, one, at) => sum + capacity.right[at]! * (1 - Math.exp(-one / capacity.right[at]!)), 0)
  expect(ofUse(held)).toBeGreaterThan(ofUse(free))
  expect(held[5]!).toBeLessThan(free[5]! / 2)
})
