import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidates } from './candidates.ts'
import { clear } from './clearing.ts'
import { examination } from './examination.ts'
import { publishedMarket } from './market.ts'
import { checkSparse } from './sparse.ts'
import { annealed, welfare } from './welfare.ts'

test('few candidates bring about as much as everybody', () => {
  const market = publishedMarket(300, 200, 0.5, 0)
  const whole = { left: examination('inv', 200, 50), right: examination('inv', 300, 50) }
  const few = { left: examination('inv', 50), right: examination('inv', 50) }
  const found = clear(candidates(market, 40).market, few).sums.matches
  expect(found).toBeGreaterThan(0.99 * welfare(market, whole, annealed()).matches)
})

test('everybody has at least as many candidates as asked for, and the best by the prices are among them', () => {
  const sides = fc.record({
    n: fc.integer({ min: 1, max: 12 }),
    m: fc.integer({ min: 1, max: 140 }),
    crowding: fc.double({ min: 0, max: 1, noNaN: true }),
    seed: fc.nat(1000),
    perSide: fc.integer({ min: 1, max: 20 }),
  })
  fc.assert(
    fc.property(sides, ({ n, m, crowding, seed, perSide }) => {
      const whole = publishedMarket(n, m, crowding, seed)
      const { market, free } = candidates(whole, perSide)
      checkSparse(market)
      for (const one of [...free.left, ...free.right]) expect(one > 0 && one <= 1).toBe(true)
      const rows = Array.from({ length: n }, (_, row) => [
        ...market.columns.slice(market.starts[row], market.starts[row + 1]),
      ])
      for (const row of rows) expect(row.length).toBeGreaterThanOrEqual(Math.min(perSide, m))
      for (let column = 0; column < m; column++)
        expect(rows.filter((row) => row.includes(column)).length).toBeGreaterThanOrEqual(Math.min(perSide, n))
      for (const [row, found] of rows.entries()) {
        const worth = (column: number) =>
          Math.fround(Math.exp(5 * (whole.wants.values[row * m + column]! + whole.wanted.values[column * n + row]!))) *
          free.right[column]!
        const best = Array.from({ length: m }, (_, column) => worth(column)).sort((a, b) => b - a)
        const least = best[Math.min(perSide, m) - 1]!
        for (let column = 0; column < m; column++) if (worth(column) > least) expect(found).toContain(column)
      }
    }),
  )
})

test('a number of candidates that is none is named', () => {
  expect(() => candidates(publishedMarket(2, 2, 0, 0), 0)).toThrow('perSide: 0 is not a positive whole number')
})
