import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logChances, type Network, networkBytes, networkScores, readNetwork } from './network.ts'

/** Two numbers a term: how much it is about money, and about people. */
const network: Network = {
  classes: ['money', 'people', 'neither'],
  vocabulary: new Map([
    ['赤字', 0],
    ['採用', 1],
    ['会社', 2],
  ]),
  rarity: Float32Array.of(2, 2, 1),
  width: 2,
  meanings: Int8Array.of(127, 0, 0, 127, 10, 10),
  scale: Float32Array.of(0.05, 0.05, 0.01),
  weights: Float32Array.of(1, -1, 0, -1, 1, 0),
  bias: Float32Array.of(0, 0, 0.5),
}

const best = (terms: [string, number][]) => {
  const scores = networkScores(network, new Map(terms))
  return network.classes[scores.indexOf(Math.max(...scores))]
}

test('a text is of the class that its terms speak for, and without any of the commonest', () => {
  expect(best([['赤字', 1]])).toBe('money')
  expect(best([['採用', 1]])).toBe('people')
  expect(best([['会社', 1]])).toBe('neither')
  expect(best([['知らない', 1]])).toBe('neither')
})

const texts = fc.uniqueArray(
  fc.tuple(fc.constantFrom('赤字', '採用', '会社', 'x'), fc.double({ min: 0.01, max: 50, noNaN: true })),
  { selector: ([term]) => term },
)

test('the chances of a text add up to 1, and the order of its terms changes nothing', () => {
  fc.assert(
    fc.property(texts, (terms) => {
      const scores = networkScores(network, new Map(terms))
      expect(scores.reduce((sum, score) => sum + Math.exp(score), 0)).toBeCloseTo(1, 5)
      const again = networkScores(network, new Map(terms.toReversed()))
      for (const [n, score] of scores.entries()) expect(score).toBeCloseTo(again[n]!, 4)
    }),
  )
})

test('very large scores have chances too', () => {
  expect([...logChances(Float32Array.of(1e30, 0))]).toEqual([0, -1e30].map(Math.fround))
})

test('a network that is stored and read again says the same, wherever it lies in a file', () => {
  expect(readNetwork(networkBytes(network))).toEqual(network)
  const shifted = Buffer.concat([Buffer.alloc(3), networkBytes(network)]).subarray(3)
  expect(readNetwork(shifted)).toEqual(network)
})

test('parts that do not belong together are refused', () => {
  const bytes = networkBytes(network)
  expect(() => readNetwork(bytes.subarray(0, -1))).toThrow(RangeError)
  expect(() => readNetwork(Buffer.concat([bytes, Buffer.alloc(1)]))).toThrow(RangeError)
  const twice: Network = { ...network, rarity: Float32Array.of(2), scale: Float32Array.of(1) }
  expect(() => readNetwork(networkBytes(twice))).toThrow(RangeError)
})
