import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partedBy, withoutRows } from './apart.ts'
import { createMersenne } from './mersenne.ts'
import { planLists } from './plan.ts'
import { checkSparse, type SparseMarket } from './sparse.ts'
import { sparseArbitrary, sparseCrowd } from './sparse-arbitrary.ts'

const listsIn = (market: SparseMarket, seed: number) =>
  planLists(market, {
    ...{ aim: { alpha: 1, places: 6, floor: 0.5 }, look: 'inv' as const, random: createMersenne(seed).random },
    capacity: { left: new Float64Array(market.left).fill(1), right: new Float64Array(market.right).fill(1) },
  }).right

test('without some rows a market is as if they had never been there, whatever they would have wanted', () => {
  fc.assert(
    fc.property(sparseArbitrary, fc.nat(99), (market, seed) => {
      const { random } = createMersenne(seed)
      const gone = new Set(Array.from({ length: market.left }, (_, row) => row).filter(() => random() < 0.3))
      const rest = withoutRows(market, gone)
      checkSparse(rest.market)
      expect(rest.market.left).toBe(market.left - gone.size)
      for (const [at, row] of rest.rows.entries()) {
        const pairs = rest.pairs.subarray(rest.market.starts[at]!, rest.market.starts[at + 1]!)
        expect(pairs.every((pair) => pair >= market.starts[row]! && pair < market.starts[row + 1]!)).toBe(true)
      }
      const keeps = (pair: number) => rest.pairs.indexOf(pair) >= 0
      const other = { ...market, wants: market.wants.map((one, pair) => (keeps(pair) ? one : 1 - one)) }
      expect(listsIn(withoutRows(other, gone).market, seed)).toEqual(listsIn(rest.market, seed))
    }),
  )
})

test('a single rival is seen in what the others are left with, so the lists of who must not know are made apart', () => {
  const market = sparseCrowd(60, 20, 10, 3)
  const idsOf = ({ pairs }: { pairs: Uint32Array }, from?: Uint32Array) =>
    Array.from(pairs, (pair) => from?.[pair] ?? pair)
  const all = listsIn(market, 7)
  let changed = 0
  for (let row = 0; row < market.left; row++) {
    const rest = withoutRows(market, new Set([row]))
    const own = (pair: number) => pair >= market.starts[row]! && pair < market.starts[row + 1]!
    for (const [column, list] of listsIn(rest.market, 7).entries()) {
      const met = idsOf(all[column]!).some(own)
      if (!met && `${idsOf(list, rest.pairs)}` !== `${idsOf(all[column]!)}`) changed++
    }
  }
  expect(changed).toBeGreaterThan(0)
})

test('each owner from whom rows keep away has a market of its own; where there is no time for that, several share one', () => {
  const owners = ['a', 'b', 'a', 'c', 'd']
  const away = (owner: string) => ({ a: [3], c: [1, 2], d: [2] })[owner] ?? []
  expect(partedBy(owners, away, 9)).toEqual([
    { columns: [0, 2], without: new Set([3]) },
    { columns: [3], without: new Set([1, 2]) },
    { columns: [4], without: new Set([2]) },
  ])
  expect(partedBy(owners, away, 2)).toEqual([
    { columns: [0, 2, 4], without: new Set([3, 2]) },
    { columns: [3], without: new Set([1, 2]) },
  ])
  expect(partedBy(owners, away, 0)).toEqual([{ columns: [0, 2, 3, 4], without: new Set([1, 2, 3]) }])
  expect(partedBy(['b'], away, 9)).toEqual([])
})
