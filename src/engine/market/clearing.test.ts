import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clear } from './clearing.ts'
import { examination } from './examination.ts'
import { type Market, publishedMarket } from './market.ts'
import { checkSparse, type SparseMarket, sumsOf, turned } from './sparse.ts'
import { sparseArbitrary } from './sparse-arbitrary.ts'
import type { Listed } from './stepping.ts'
import { annealed, steady, welfare } from './welfare.ts'

/** All pairs of a small market. */
function wholeOf({ wants, wanted }: Market): SparseMarket {
  const { rows: left, columns: right } = wants
  const [pairs, turnedWanted] = [left * right, new Float32Array(left * right)]
  for (let i = 0; i < left; i++)
    for (let j = 0; j < right; j++) turnedWanted[i * right + j] = wanted.values[j * left + i]!
  return {
    ...{ left, right },
    starts: Uint32Array.from({ length: left + 1 }, (_, row) => row * right),
    columns: Uint32Array.from({ length: pairs }, (_, at) => at % right),
    wants: Float32Array.from(wants.values),
    wanted: turnedWanted,
  }
}

const looked = { left: examination('inv', 6), right: examination('inv', 6) }

test('with all pairs it finds what the search over the whole market finds', () => {
  for (const search of [annealed(), steady(1), steady(0)]) {
    for (const seed of [0, 1, 2]) {
      const market = publishedMarket(20, 16, 0.6, seed)
      const looks = { left: examination('log', 16), right: examination('log', 20) }
      const whole = welfare(market, looks, search)
      const found = clear(wholeOf(market), looks, { search })
      expect(found.sums.matches / whole.matches).toBeCloseTo(1, 3)
    }
  }
})

test('nobody sees more than there are places, and what is told of each list adds up to what is seen', () => {
  fc.assert(
    fc.property(sparseArbitrary, fc.integer({ min: 1, max: 8 }), (market, rounds) => {
      checkSparse(market)
      const shares = { left: new Float64Array(market.columns.length), right: new Float64Array(market.columns.length) }
      const lists: Listed[] = []
      const onList = (list: Listed) => lists.push({ ...list, pairs: list.pairs.slice() })
      const { exposure, sums } = clear(market, looked, { search: annealed(rounds), onList })
      const steps = annealed(rounds)
      for (const { side, round, step, pairs } of lists) {
        let rest = step
        for (let later = round + 1; later < rounds; later++) rest *= 1 - steps.step(later)
        for (const [place, pair] of pairs.entries())
          shares[side][pair] = shares[side][pair]! + rest * looked[side][place]!
      }
      const untouched = Array.from({ length: rounds }, (_, round) => 1 - steps.step(round)).reduce((a, b) => a * b, 1)
      for (const [at, seen] of exposure.toLeft.entries()) {
        expect(seen).toBeGreaterThanOrEqual(shares.left[at]! - 1e-5)
        expect(seen).toBeLessThanOrEqual(shares.left[at]! + untouched + 1e-5)
      }
      for (let row = 0; row < market.left; row++) {
        const own = exposure.toLeft.subarray(market.starts[row]!, market.starts[row + 1]!)
        const places = looked.left.subarray(0, own.length)
        expect(own.reduce((sum, one) => sum + one, 0)).toBeCloseTo(
          places.reduce((sum, one) => sum + one, 0),
          4,
        )
      }
      expect(sums).toEqual(sumsOf(market, exposure))
    }),
  )
})

test('the pairs seen from the other side are the same pairs', () => {
  fc.assert(
    fc.property(sparseArbitrary, (market) => {
      const { starts, pairs } = turned(market)
      expect([...pairs].sort((a, b) => a - b)).toEqual([...pairs.keys()])
      for (let column = 0; column < market.right; column++) {
        const own = pairs.subarray(starts[column]!, starts[column + 1]!)
        expect([...own].every((pair) => market.columns[pair] === column)).toBe(true)
        expect([...own]).toEqual([...own].sort((a, b) => a - b))
      }
    }),
  )
})

test('whoever can use only one match is shown less once they have it', () => {
  const market = wholeOf(publishedMarket(30, 10, 0.8, 4))
  const looks = { left: examination('inv', 10), right: examination('inv', 30) }
  const right = new Float64Array(10).fill(1)
  const filled = ({ sums }: ReturnType<typeof clear>) => sums.right.reduce((sum, one) => sum + 1 - Math.exp(-one), 0)
  expect(filled(clear(market, looks, { capacity: { right } }))).toBeGreaterThan(filled(clear(market, looks)))
})

test('what is no market or no capacity is named', () => {
  const market = wholeOf(publishedMarket(2, 2, 0, 0))
  const looks = { left: examination('inv', 2), right: examination('inv', 2) }
  expect(() => checkSparse({ ...market, columns: Uint32Array.of(0, 1, 0, 2) })).toThrow(
    'row 2: there is no column 3 of 2',
  )
  expect(() => checkSparse({ ...market, columns: Uint32Array.of(1, 0, 0, 1) })).toThrow('row 1: 1 stands behind 2')
  expect(() => checkSparse({ ...market, starts: Uint32Array.of(0, 2) })).toThrow('starts: not from 0 to 4 for 2 rows')
  expect(() => checkSparse({ ...market, wants: Float32Array.of(0, 1, Number.NaN, 1) })).toThrow('wants, pair 3: NaN')
  const capacity = { right: Float64Array.of(1, 0) }
  expect(() => clear(market, looks, { capacity })).toThrow('capacity, right 2: 0 is not more than 0')
  expect(
    clear(
      {
        left: 0,
        right: 0,
        starts: Uint32Array.of(0),
        columns: new Uint32Array(),
        wants: new Float32Array(),
        wanted: new Float32Array(),
      },
      looks,
    ).sums.matches,
  ).toBe(0)
})
