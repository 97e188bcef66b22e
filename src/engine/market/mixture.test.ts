import fc from 'fast-check'
import { expect, test } from 'vitest'
import { examination } from './examination.ts'
import { publishedMarket } from './market.ts'
import { createMersenne } from './mersenne.ts'
import { drawList, mixtureRecorder, propensity } from './mixture.ts'
import { annealed, welfare } from './welfare.ts'

function solved(n: number, m: number, seed: number, rounds: number, shown = m) {
  const looked = { left: examination('inv', m, shown), right: examination('inv', n) }
  const left = mixtureRecorder(n, m, shown)
  const { exposure } = welfare(publishedMarket(n, m, 0.5, seed), looked, annealed(rounds), { left })
  return { mixture: left.mixture(), exposure, looked }
}

const sizes = fc.record({
  n: fc.integer({ min: 1, max: 8 }),
  m: fc.integer({ min: 1, max: 8 }),
  seed: fc.nat({ max: 500 }),
  rounds: fc.integer({ min: 1, max: 12 }),
})

test('the chances of a place add up to one, those of a column too, none is nil', () => {
  fc.assert(
    fc.property(sizes, ({ n, m, seed, rounds }) => {
      const { mixture } = solved(n, m, seed, rounds)
      for (let row = 0; row < n; row++) {
        const table = Array.from({ length: m }, (_, place) =>
          Array.from({ length: m }, (_, column) => propensity(mixture, row, place, column)),
        )
        for (const line of table) expect(line.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
        for (let column = 0; column < m; column++)
          expect(table.reduce((sum, line) => sum + line[column]!, 0)).toBeCloseTo(1, 12)
        expect(Math.min(...table.flat())).toBeGreaterThan(0)
      }
    }),
  )
})

test('the mean of the lists is the exposure that was found', () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 8 }), ({ n, m, seed, rounds }, shown) => {
      const { mixture, exposure, looked } = solved(n, m, seed, rounds, Math.min(shown, m))
      for (let row = 0; row < n; row++) {
        for (let column = 0; column < m; column++) {
          let mean = 0
          for (let place = 0; place < mixture.places; place++)
            mean += looked.left[place]! * propensity(mixture, row, place, column)
          expect(mean).toBeCloseTo(exposure.toLeft.values[row * m + column]!, 10)
        }
      }
    }),
  )
})

test('lists come as often as their chances say', () => {
  const { mixture } = solved(3, 5, 1, 4)
  const { random } = createMersenne(7)
  const counts = new Float64Array(25)
  const draws = 20_000
  for (let n = 0; n < draws; n++) {
    const list = drawList(mixture, 1, random)
    expect(new Set(list).size).toBe(5)
    for (const [place, column] of list.entries()) counts[place * 5 + column]!++
  }
  for (let at = 0; at < 25; at++) {
    const chance = propensity(mixture, 1, Math.floor(at / 5), at % 5)
    // Five standard errors of a share.
    expect(Math.abs(counts[at]! / draws - chance)).toBeLessThan(5 * Math.sqrt((chance * (1 - chance)) / draws))
  }
})

test('what is not in the mixture is refused', () => {
  const { mixture } = solved(2, 3, 0, 2, 2)
  expect(() => propensity(mixture, 2, 0, 0)).toThrow('row: 2 is not a whole number from 0 to 1')
  expect(() => propensity(mixture, 0, 2, 0)).toThrow('place: 2 is not a whole number from 0 to 1')
  expect(() => propensity(mixture, 0, 0, Number.NaN)).toThrow('column: NaN')
  expect(() => mixtureRecorder(1, 65_537)).toThrow('columns: 65537')
})
