import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clear } from './clearing.ts'
import { examination } from './examination.ts'
import { lotteryRecorder } from './lottery.ts'
import { createMersenne } from './mersenne.ts'
import { outcomeByFit, planLists } from './plan.ts'
import { type SparseMarket, turned } from './sparse.ts'
import { sparseArbitrary, sparseCrowd } from './sparse-arbitrary.ts'

const roomFor = (market: SparseMarket, each = 1) => ({
  left: new Float64Array(market.left).fill(each),
  right: new Float64Array(market.right).fill(each),
})

const wishes = (market: SparseMarket, aim: { alpha: number; places: number; floor: number }, seed = 1) => ({
  ...{ aim, look: 'inv' as const, capacity: roomFor(market) },
  random: createMersenne(seed).random,
})

test('a list holds pairs of its own row, each once, and each with the chance it really has', () => {
  fc.assert(
    fc.property(sparseArbitrary, fc.integer({ min: 1, max: 8 }), fc.boolean(), (market, places, lifted) => {
      const plan = planLists(market, wishes(market, { alpha: 1, places, floor: lifted ? 0.5 : 0 }))
      expect(plan.left).toHaveLength(market.left)
      expect(plan.right).toHaveLength(market.right)
      for (const [row, { pairs, chances }] of plan.left.entries()) {
        const own = Array.from(pairs)
        expect(new Set(own).size).toBe(own.length)
        expect(own.every((pair) => pair >= market.starts[row]! && pair < market.starts[row + 1]!)).toBe(true)
        expect(own).toHaveLength(Math.min(places, market.starts[row + 1]! - market.starts[row]!))
        expect(Array.from(chances).every((chance) => chance > 0 && chance <= 1 + 1e-12)).toBe(true)
      }
      for (const [column, { pairs }] of plan.right.entries())
        expect(Array.from(pairs).every((pair) => market.columns[pair] === column)).toBe(true)
    }),
  )
})

test('lists come as often as their chances say', () => {
  const market = sparseCrowd(4, 5, 5, 3)
  const turn = turned(market)
  const looked = { left: examination('inv', 3), right: examination('inv', 3) }
  const lottery = lotteryRecorder('left', market, turn)
  const search = { rounds: 3, alpha: () => 1, step: () => 0.4, closeEnough: 0 }
  clear(market, looked, { search, floor: 0.6, onList: lottery.onList })
  const { random } = createMersenne(11)
  const draws = 20_000
  const counts = new Map<string, { drawn: number; chance: number }>()
  const exposed = new Map<number, { sum: number; seen: number }>()
  for (let draw = 0; draw < draws; draw++) {
    const { pairs, chances } = lottery.draw(2, 3, random)
    const seen = lottery.seen(2, pairs, looked.left)
    for (const [place, pair] of pairs.entries()) {
      const of = exposed.get(pair) ?? { sum: 0, seen: seen[place]! }
      expect(of.seen).toBe(seen[place])
      exposed.set(pair, { ...of, sum: of.sum + looked.left[place]! })
    }
    for (const [place, pair] of pairs.entries()) {
      const found = counts.get(`${place} ${pair}`) ?? { drawn: 0, chance: chances[place]! }
      expect(found.chance).toBe(chances[place])
      counts.set(`${place} ${pair}`, { ...found, drawn: found.drawn + 1 })
    }
  }
  const total = [...counts.values()].reduce((sum, { chance }) => sum + chance, 0)
  expect(total).toBeCloseTo(3, 10)
  for (const { sum, seen } of exposed.values()) expect(Math.abs(sum / draws - seen)).toBeLessThan(0.02)
  for (const { drawn, chance } of counts.values()) expect(Math.abs(drawn / draws - chance)).toBeLessThan(0.02)
})

test('a floor gives the least seen more, and takes from nobody’s first three places', () => {
  const market = sparseCrowd(120, 40, 20, 5)
  const aim = { alpha: 1, places: 6, floor: 0 }
  // With room for everybody nothing but the floor speaks for the least wanted.
  const roomy = { ...wishes(market, aim), capacity: roomFor(market, 1000) }
  const without = planLists(market, roomy)
  const lifted = planLists(market, { ...roomy, aim: { ...aim, floor: 0.8 } })
  expect(lifted.outcome.bottom).toBeGreaterThan(without.outcome.bottom)
  expect(lifted.outcome.gini).toBeLessThan(without.outcome.gini)
  expect(lifted.outcome.matches).toBeGreaterThan(0.9 * without.outcome.matches)
})

test('where all want the same, lists for the whole market bring more than lists by liking, and fair ones spread more', () => {
  const market = sparseCrowd(200, 60, 20, 2)
  const of = (alpha: number) => planLists(market, wishes(market, { alpha, places: 10, floor: 0 })).outcome
  const [fair, most, byFit] = [of(0), of(1), outcomeByFit(market, 'inv', 10)]
  expect(most.matches).toBeGreaterThan(byFit.matches)
  expect(most.filled).toBeGreaterThan(byFit.filled)
  expect(fair.gini).toBeLessThan(byFit.gini)
  expect(fair.matches).toBeLessThanOrEqual(most.matches * 1.001)
})

test('the same seed gives the same lists; whoever is wanted more has the higher price', () => {
  const market = sparseCrowd(100, 30, 15, 8)
  const aim = { alpha: 0.5, places: 8, floor: 0.1 }
  const plan = planLists(market, wishes(market, aim, 4))
  expect(planLists(market, wishes(market, aim, 4))).toEqual(plan)
  expect(planLists(market, wishes(market, aim, 5)).left).not.toEqual(plan.left)
  const prices = Array.from(plan.prices)
  expect(Math.min(...prices)).toBe(0)
  expect(Math.max(...prices)).toBeLessThanOrEqual(2)
  expect(Math.max(...prices)).toBeGreaterThan(0)
})

test('an empty market has empty lists; an aim that is none is refused by name', () => {
  const empty = { left: 2, right: 0, starts: Uint32Array.of(0, 0, 0), columns: new Uint32Array(0) }
  const market: SparseMarket = { ...empty, wants: new Float32Array(0), wanted: new Float32Array(0) }
  const plan = planLists(market, wishes(market, { alpha: 1, places: 5, floor: 0.2 }))
  expect(plan.left.map(({ pairs }) => pairs.length)).toEqual([0, 0])
  expect(plan.outcome).toEqual({ matches: 0, filled: 0, gini: 0, bottom: 0, coverage: 0 })
  const aim = { alpha: 1, places: 5, floor: 0 }
  for (const [wrong, name] of [
    [{ alpha: 1.1 }, 'alpha'],
    [{ alpha: Number.NaN }, 'alpha'],
    [{ floor: -0.1 }, 'floor'],
    [{ places: 0 }, 'places'],
    [{ places: 2.5 }, 'places'],
  ] as const)
    expect(() => planLists(market, wishes(market, { ...aim, ...wrong }))).toThrow(new RegExp(`^${name}: `))
})
