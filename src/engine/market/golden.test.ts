import { expect, test } from 'vitest'
import { examination } from './examination.ts'
import { GOLDEN, told } from './golden.ts'
import { publishedMarket } from './market.ts'
import { createMersenne } from './mersenne.ts'
import { solve } from './methods.ts'

test('the random numbers are NumPy’s', () => {
  // numpy.random.seed(0); numpy.random.random(3); numpy.random.seed(621); numpy.random.normal(size=3)
  const { random } = createMersenne(0)
  expect([random(), random(), random()]).toEqual([0.5488135039273248, 0.7151893663724195, 0.6027633760716439])
  const { normal } = createMersenne(621)
  const drawn = [normal(), normal(), normal()]
  for (const [at, one] of NORMAL.entries()) expect(drawn[at]).toBeCloseTo(one, 12)
})

test.each(GOLDEN.map((golden) => [told(golden), golden] as const))('figures of others: %s', (_, golden) => {
  const { market, look, method, alpha, matches, within, rounds, envy } = golden
  const [n, m, ...drawn] = market
  const looked = { left: examination(look, m), right: examination(look, n) }
  const found = solve(publishedMarket(n, m, ...drawn), looked, method, { alpha })
  expect(Math.abs(found.matches - matches)).toBeLessThan(within)
  if (rounds !== undefined) expect(found.rounds).toBe(rounds)
  if (envy !== undefined) expect(found.envy).toEqual(envy)
})

/** As NumPy prints them. */
const NORMAL = [-1.0049160518956446, -1.1861205196399778, 1.3837303286725762]
