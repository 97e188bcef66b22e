import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clear } from './clearing.ts'
import { examination } from './examination.ts'
import { lotteryRecorder } from './lottery.ts'
import { createMersenne } from './mersenne.ts'
import { planLists } from './plan.ts'
import { checkSparse, type SparseMarket, turned } from './sparse.ts'
import { sparseArbitrary, sparseCrowd } from './sparse-arbitrary.ts'
import { ventured, venturesOf } from './venture.ts'

const side = (trials: number[], names = trials.map((_, at) => at)) => ({ trials, names })
const triedIn = ({ left, right }: SparseMarket, times = 0) => ({
  left: side(Array(left).fill(times)),
  right: side(Array(right).fill(times)),
})

test('nobody is taken for less than what is believed; a draw is a name’s own, whoever else is there, and shrinks with trials', () => {
  fc.assert(
    fc.property(sparseArbitrary, fc.nat(999), (market, seed) => {
      const ventures = venturesOf(triedIn(market), seed)
      const taken = ventured(market, ventures)
      checkSparse(taken)
      for (let pair = 0; pair < market.columns.length; pair++) {
        expect(taken.wants[pair]!).toBeGreaterThanOrEqual(market.wants[pair]! - 1e-7)
        expect(taken.wanted[pair]!).toBeGreaterThanOrEqual(market.wanted[pair]! - 1e-7)
      }
      const known = venturesOf(triedIn(market, 1e12), seed)
      for (const one of [...known.left, ...known.right]) expect(one).toBeLessThan(1e-4)
    }),
  )
  const all = venturesOf({ left: side([0, 0, 12], [5, 6, 7]), right: side([0]) }, 3).left
  const without = venturesOf({ left: side([0, 12], [5, 7]), right: side([]) }, 3).left
  expect([all[0], all[2]]).toEqual([...without])
  expect(venturesOf({ left: side([0], [7]), right: side([]) }, 3).left[0]! / 2).toBeCloseTo(all[2]!, 12)
})

test('draws are those of a normal deviation, cut at the mean', () => {
  const count = 20_000
  const { left, right } = venturesOf({ left: side(Array(count).fill(0)), right: side(Array(count).fill(0)) }, 8, {
    left: 1,
    right: 1,
  })
  for (const drawn of [left, right]) {
    // Five standard errors of a share and of the mean of a normal number cut at 0.
    expect(Math.abs(drawn.filter((one) => one > 0).length / count - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / count))
    const mean = drawn.reduce((sum, one) => sum + one, 0) / count
    expect(Math.abs(mean - 1 / Math.sqrt(2 * Math.PI))).toBeLessThan(5 * Math.sqrt(0.341 / count))
  }
  expect(left[4]).not.toBe(right[4])
})

test('the odds are multiplied, what cannot be stays so, and an order of one row among its columns moves by columns alone', () => {
  const market: SparseMarket = {
    ...{ left: 1, right: 3, starts: Uint32Array.of(0, 3), columns: Uint32Array.of(0, 1, 2) },
    ...{ wants: Float32Array.of(0.5, 0, 1), wanted: Float32Array.of(0.2, 0.2, 0.2) },
  }
  const taken = ventured(market, { left: Float64Array.of(Math.log(2)), right: Float64Array.of(Math.log(3), 5, 5) })
  expect(Array.from(taken.wants)).toEqual([0.75, 0, 1])
  for (const one of taken.wanted) expect(one).toBeCloseTo(1 / 3, 6)
})

/** Steps of a half: rounds count 1/8, 1/4 and 1/2 in the end, any order alike 1/8. */
const SEARCH = { rounds: 3, alpha: () => 1, step: () => 0.5, closeEnough: 0 }
const PLACES = 2
const NIGHTS = [1, 2, 3, 4, 5]
/** Every list that a row of three pairs can get, each as often as the lottery draws it: 48 draws alike. */
const DRAWS = [1, 3, 5, 7, 9, 11, 13, 15].flatMap((share) =>
  [1, 3, 5].flatMap((first) => [1, 3].map((second) => [share / 16, first / 6, second / 4])),
)

function lotteryOf(market: SparseMarket) {
  const lottery = lotteryRecorder('left', market, turned(market))
  const looked = { left: examination('inv', PLACES), right: examination('inv', PLACES) }
  clear(market, looked, { search: SEARCH, onList: lottery.onList })
  return (row: number, draw: readonly number[]) => {
    const numbers = draw.values()
    return lottery.draw(row, PLACES, () => numbers.next().value ?? 0)
  }
}

test('given what a night drew, chances are exact, and what other lists would have brought is told without bias', () => {
  const market = sparseCrowd(4, 3, 3, 5)
  const nights = NIGHTS.map((seed) =>
    lotteryOf(ventured(market, venturesOf(triedIn(market), seed, { left: 2, right: 2 }))),
  )
  const blind = lotteryOf(market)
  const orders = new Set<string>()
  for (let row = 0; row < market.left; row++) {
    const pairs = [0, 1, 2].map((at) => market.starts[row]! + at)
    const best = pairs.toSorted((a, b) => market.wants[b]! - market.wants[a]!).slice(0, PLACES)
    // What a pair brings at a place is anything.
    const brings = (pair: number, place: number) => market.wants[pair]! / (place + 1)
    const value = best.reduce((sum, pair, place) => sum + brings(pair, place), 0)
    let told = 0
    let toldBlind = 0
    for (const night of nights) {
      const counts = new Map<string, { drawn: number; chance: number }>()
      const chancesBlind = new Map<string, number>()
      for (const draw of DRAWS) {
        const list = blind(row, draw)
        for (const [place, pair] of list.pairs.entries()) chancesBlind.set(`${place} ${pair}`, list.chances[place]!)
      }
      for (const draw of DRAWS) {
        const { pairs: list, chances } = night(row, draw)
        orders.add(`${row}: ${list}`)
        for (const [place, pair] of list.entries()) {
          const key = `${place} ${pair}`
          counts.set(key, { drawn: (counts.get(key)?.drawn ?? 0) + 1, chance: chances[place]! })
          if (best[place] !== pair) continue
          told += brings(pair, place) / chances[place]!
          toldBlind += brings(pair, place) / chancesBlind.get(key)!
        }
      }
      for (const { drawn, chance } of counts.values()) expect(drawn / DRAWS.length).toBeCloseTo(chance, 12)
    }
    const lists = NIGHTS.length * DRAWS.length
    expect(told / lists).toBeCloseTo(value, 12)
    if (Math.abs(toldBlind / lists - value) > 0.01) orders.add('blind chances tell another number')
  }
  expect(orders).toContain('blind chances tell another number')
})

test('lists are searched for in the market as it is taken, and told by what is believed', () => {
  const market = sparseCrowd(60, 20, 10, 3)
  const wishes = () => ({
    ...{ aim: { alpha: 1, places: 6, floor: 0 }, look: 'inv' as const, random: createMersenne(4).random },
    capacity: { left: new Float64Array(60).fill(1), right: new Float64Array(20).fill(1) },
  })
  const plain = planLists(market, wishes())
  const none = { left: new Float64Array(60), right: new Float64Array(20) }
  const same = planLists(market, { ...wishes(), taken: ventured(market, none) })
  expect(same.left.map(({ pairs }) => [...pairs])).toEqual(plain.left.map(({ pairs }) => [...pairs]))
  const far = ventured(market, { ...none, right: none.right.with(19, 6) })
  const lifted = planLists(market, { ...wishes(), taken: far })
  const firsts = (plan: typeof plain) => plan.left.filter(({ pairs }) => market.columns[pairs[0]!] === 19).length
  expect(firsts(lifted)).toBeGreaterThan(firsts(plain))
  expect(lifted.outcome.matches).toBeLessThan(planLists(far, wishes()).outcome.matches)
  expect(() => planLists(market, { ...wishes(), taken: { ...market, wants: market.wants.with(0, 2) } })).toThrow(
    'wants',
  )
})

test.each([
  [() => venturesOf({ left: side([-1]), right: side([]) }, 1), 'trials, left 1: -1 is not 0 or more'],
  [() => venturesOf({ left: side([0]), right: side([Number.NaN]) }, 1), 'trials, right 1'],
  [() => venturesOf({ left: side([0], []), right: side([]) }, 1), 'names, left: 0 for 1'],
  [() => venturesOf({ left: side([]), right: side([]) }, 1, { left: 0, right: -0.1 }), 'untried: -0.1'],
  [
    () => ventured(sparseCrowd(2, 3, 2, 1), { left: new Float64Array(2), right: new Float64Array(2) }),
    'ventures, right: 2 for 3',
  ],
])('what is no draw is refused by name: %#', (wrong, message) => {
  expect(wrong).toThrow(message)
})
