import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesBound } from './bound.ts'
import { EXAMINATIONS, examination } from './examination.ts'
import { expectedMatches } from './exposure.ts'
import { publishedMarket } from './market.ts'
import { matrix } from './matrix.ts'
import { METHODS, solve } from './methods.ts'

const sides = fc.record({
  n: fc.integer({ min: 1, max: 12 }),
  m: fc.integer({ min: 1, max: 12 }),
  crowding: fc.double({ min: 0, max: 1, noNaN: true }),
  seed: fc.nat({ max: 1000 }),
  look: fc.constantFrom(...EXAMINATIONS),
  shown: fc.integer({ min: 1, max: 12 }),
  rounds: fc.constantFrom(0, 1, 7, 60),
})

test('no method brings more than the bound, however early the search for a low one ends', () => {
  fc.assert(
    fc.property(sides, fc.constantFrom(...METHODS), ({ n, m, crowding, seed, look, shown, rounds }, method) => {
      const market = publishedMarket(n, m, crowding, seed)
      const looked = { left: examination(look, m, shown), right: examination(look, n, shown) }
      const { matches } = solve(market, looked, method)
      expect(matches).toBeLessThanOrEqual(matchesBound(market, looked, rounds) * (1 + 1e-12))
    }),
  )
})

test('in the smallest markets no lists at all bring more', () => {
  for (let seed = 0; seed < 5; seed++) {
    const market = publishedMarket(3, 3, seed / 5, seed)
    const looked = { left: examination('inv', 3), right: examination('inv', 3) }
    const bound = matchesBound(market, looked)
    let most = 0
    for (const toLeft of allLists(looked.left))
      for (const toRight of allLists(looked.right)) most = Math.max(most, expectedMatches(market, { toLeft, toRight }))
    expect(most).toBeLessThanOrEqual(bound)
    expect(most).toBeGreaterThan(0.6 * bound)
  }
})

/** Every way to give three rows an order of three columns. */
function allLists(looked: Float64Array) {
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ]
  return orders.flatMap((a) =>
    orders.flatMap((b) =>
      orders.map((c) => {
        const seen = matrix(3, 3)
        for (const [at, place] of [...a, ...b, ...c].entries()) seen.values[at] = looked[place]!
        return seen
      }),
    ),
  )
}

test('it is near what is found', () => {
  const market = publishedMarket(60, 60, 0.5, 0)
  const looked = { left: examination('inv', 60), right: examination('inv', 60) }
  const { matches } = solve(market, looked, 'annealed')
  const bound = matchesBound(market, looked)
  expect(matchesBound(market, looked, 0)).toBeGreaterThan(bound)
  expect(matches / bound).toBeGreaterThan(0.8)
})

test('an empty market has none', () => {
  const none = { rows: 0, columns: 3, values: new Float64Array(0) }
  const market = { wants: none, wanted: { rows: 3, columns: 0, values: new Float64Array(0) } }
  expect(matchesBound(market, { left: examination('inv', 3), right: examination('inv', 0) })).toBe(0)
})
