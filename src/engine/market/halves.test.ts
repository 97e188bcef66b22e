import fc from 'fast-check'
import { expect, test } from 'vitest'
import { examination } from './examination.ts'
import { planHalves } from './halves.ts'
import { createMersenne } from './mersenne.ts'
import { planLists } from './plan.ts'
import type { SparseMarket } from './sparse.ts'
import { sparseArbitrary, sparseCrowd } from './sparse-arbitrary.ts'

const aim = (places: number, alpha = 1, floor = 0) => ({ alpha, places, floor })
const wishes = (market: SparseMarket, aims: [ReturnType<typeof aim>, ReturnType<typeof aim>], seed = 1) => ({
  ...{ aims, look: 'inv' as const, scores: Array.from(market.wants, (likes, at) => likes * market.wanted[at]!) },
  capacity: { left: new Float64Array(market.left).fill(1), right: new Float64Array(market.right).fill(1) },
  random: createMersenne(seed).random,
})
const half = (market: SparseMarket, seed: number) => {
  const { random } = createMersenne(seed)
  return Array.from({ length: market.right }, () => random() < 0.5)
}

test('who has which place is told by agreement alone: no setting of the one half moves the other', () => {
  fc.assert(
    fc.property(sparseArbitrary, fc.nat(99), fc.integer({ min: 1, max: 8 }), (market, seed, places) => {
      const second = half(market, seed)
      const plan = (other: ReturnType<typeof aim>) =>
        planHalves(market, { second, ...wishes(market, [aim(places), other]) })
      const [one, another] = [plan(aim(places, 1)), plan(aim(places, 0, 0.5))]
      for (const [row, list] of one.left.entries()) {
        const other = another.left[row]!
        expect(other.second).toEqual(list.second)
        expect(other.fit).toEqual(list.fit)
        const first = (of: typeof list) => of.pairs.filter((_, place) => of.second[place] === 0)
        expect(first(other)).toEqual(first(list))
        for (const [place, pair] of list.pairs.entries())
          expect(second[market.columns[pair]!]).toBe(list.second[place] === 1)
      }
    }),
  )
})

test('other weights in the second half move nothing of the first, and no place from the one to the other', () => {
  fc.assert(
    fc.property(sparseArbitrary, fc.nat(99), fc.integer({ min: 1, max: 8 }), (market, seed, places) => {
      const second = half(market, seed)
      const { random } = createMersenne(seed + 1)
      const anew = (likings: Float32Array) =>
        likings.map((likely, pair) => (second[market.columns[pair]!] ? random() : likely))
      const other = { ...market, wants: anew(market.wants), wanted: anew(market.wanted) }
      const common = { second, ...wishes(market, [aim(places), aim(places)]) }
      const own = Array.from(other.wants, (likes, pair) => likes * other.wanted[pair]!)
      const plan = planHalves(market, common)
      const tried = planHalves(other, { ...common, own, random: createMersenne(1).random })
      const ofFirst = (list: (typeof plan.left)[number]) =>
        (['pairs', 'chances', 'seen', 'fit'] as const).map((part) =>
          Array.from(list[part]).filter((_, place) => list.second[place] === 0),
        )
      for (const [row, list] of plan.left.entries()) {
        const { pairs, fit, second: arms } = tried.left[row]!
        expect(arms).toEqual(list.second)
        expect(ofFirst(tried.left[row]!)).toEqual(ofFirst(list))
        for (const [place, which] of arms.entries())
          for (const pair of [pairs[place]!, fit[place]!]) expect(second[market.columns[pair]!]).toBe(which === 1)
        // Within the second half agreement is what its own weights say.
        const best = Array.from(fit).filter((_, place) => arms[place] === 1)
        const [from, to] = [market.starts[row]!, market.starts[row + 1]!]
        const all = Array.from(own.keys()).filter((at) => at >= from && at < to && second[market.columns[at]!])
        all.sort((a, b) => own[b]! - own[a]! || a - b)
        expect(best).toEqual(all.slice(0, best.length))
      }
      for (const [column, isSecond] of second.entries())
        if (!isSecond) expect(tried.right[column]).toEqual(plan.right[column])
    }),
  )
})

test('a list holds pairs of its own row, each once, with a chance, as many as the two aims have places for', () => {
  fc.assert(
    fc.property(
      sparseArbitrary,
      fc.nat(99),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 8 }),
      (market, seed, one, other) => {
        const second = half(market, seed)
        const { left, right, prices } = planHalves(market, { second, ...wishes(market, [aim(one), aim(other)]) })
        for (const [row, { pairs, chances, seen, fit }] of left.entries()) {
          const [from, to] = [market.starts[row]!, market.starts[row + 1]!]
          expect(new Set(pairs).size).toBe(pairs.length)
          expect(pairs.every((pair) => pair >= from && pair < to)).toBe(true)
          expect(pairs.length).toBeGreaterThanOrEqual(Math.min(one, other, to - from))
          expect(pairs.length).toBeLessThanOrEqual(Math.min(Math.max(one, other), to - from))
          expect([chances.length, seen.length, fit.length]).toEqual(Array(3).fill(pairs.length))
          for (const [place, chance] of chances.entries()) {
            expect(chance).toBeGreaterThan(0)
            expect(chance).toBeLessThan(1 + 1e-12)
            // What stands somewhere by this chance is seen at least as often as it is looked at there.
            expect(seen[place]).toBeGreaterThan((chance / (place + 1)) * (1 - 1e-9))
          }
        }
        expect(prices.every((price) => price >= 0 && price <= 2)).toBe(true)
        for (const [column, { pairs }] of right.entries()) {
          expect(pairs.every((pair) => market.columns[pair] === column)).toBe(true)
          expect(pairs.length).toBeLessThanOrEqual(second[column] ? other : one)
        }
      },
    ),
  )
})

test('with everybody in one half the lists are those of the market by its aim', () => {
  const market = sparseCrowd(30, 12, 6, 3)
  const own = wishes(market, [aim(4), aim(2)])
  const alone = planLists(market, { ...own, aim: aim(4), random: createMersenne(1).random })
  const joined = planHalves(market, { ...own, second: Array(12).fill(false) })
  expect(joined.left.map(({ pairs }) => pairs)).toEqual(alone.left.map(({ pairs }) => pairs))
  expect(joined.left.map(({ seen }) => seen)).toEqual(alone.left.map(({ seen }) => seen))
  expect(joined.right).toEqual(alone.right)
  expect(joined.prices).toEqual(alone.prices)
})

test('places come as often as their chances say, and are seen as much as is told', () => {
  const market = sparseCrowd(4, 6, 6, 3)
  const second = [true, false, true, false, false, true]
  const DRAWS = 800
  const looked = examination('inv', 6)
  const counts = new Map<string, number>()
  const seen = new Map<number, number>()
  const [chances, told] = [new Map<string, number>(), new Map<number, number>()]
  const { random } = createMersenne(5)
  for (let draw = 0; draw < DRAWS; draw++) {
    const { left } = planHalves(market, { ...wishes(market, [aim(5, 1, 0.6), aim(6, 0, 1)]), second, random })
    for (const list of left) {
      for (const [place, pair] of list.pairs.entries()) {
        const key = `${pair} ${place}`
        counts.set(key, (counts.get(key) ?? 0) + 1 / DRAWS)
        chances.set(key, list.chances[place]!)
        seen.set(pair, (seen.get(pair) ?? 0) + looked[place]! / DRAWS)
        told.set(pair, list.seen[place]!)
      }
    }
  }
  expect([...chances.values()].filter((chance) => chance > 0.1 && chance < 0.9).length).toBeGreaterThan(4)
  // Five standard errors of a share of 800 draws are less.
  for (const [key, share] of counts) expect(Math.abs(share - chances.get(key)!)).toBeLessThan(0.09)
  for (const [pair, much] of seen) expect(Math.abs(much - told.get(pair)!)).toBeLessThan(0.09)
})

test('halves and scores that are not those of the market are refused', () => {
  const market = sparseCrowd(3, 4, 2, 1)
  const own = wishes(market, [aim(2), aim(2)])
  expect(() => planHalves(market, { ...own, second: [true] })).toThrow('second: 1 for 4 columns')
  expect(() => planHalves(market, { ...own, second: Array(4).fill(true), scores: [1] })).toThrow(
    'scores: 1 for 6 pairs',
  )
})
