import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LinearModel, linearScores, readModel, storedModel, vectorOf } from './linear.ts'

const model: LinearModel = {
  classes: ['dear', 'cheap'],
  vocabulary: new Map([
    ['高い', 0],
    ['安い', 1],
    ['売る', 2],
  ]),
  rarity: Float32Array.of(2, 2, 1),
  from: Int32Array.of(0, 1, 2, 4),
  columns: Uint16Array.of(0, 1, 0, 1),
  weights: Int8Array.of(100, 127, 10, -10),
  scale: Float32Array.of(0.01, 0.01),
  bias: Float32Array.of(-1, -1),
}

test('a text scores by its terms, and no text by the bias alone', () => {
  const [dear, cheap] = linearScores(model, new Map([['高い', 1]]))
  expect(dear).toBeCloseTo(0)
  expect(cheap).toBeCloseTo(-1)
  expect([...linearScores(model, new Map([['知らない', 1]]))]).toEqual([-1, -1])
})

const texts = fc.uniqueArray(
  fc.tuple(fc.constantFrom('高い', '安い', '売る', 'x'), fc.double({ min: 0.01, max: 50, noNaN: true })),
  {
    selector: ([term]) => term,
  },
)

test('a vector is of length 1, or empty, and the order of the terms changes nothing', () => {
  fc.assert(
    fc.property(texts, (terms) => {
      const { values, rows } = vectorOf(new Map(terms), model.vocabulary, model.rarity)
      if (rows.length > 0) expect(Math.hypot(...values)).toBeCloseTo(1, 5)
      const [one, other] = [linearScores(model, new Map(terms)), linearScores(model, new Map(terms.toReversed()))]
      for (const [n, score] of one.entries()) expect(score).toBeCloseTo(other[n]!, 5)
    }),
  )
})

test('a model that is stored and read again says the same', () => {
  const again = readModel(JSON.parse(JSON.stringify(storedModel(model))))
  expect(again).toEqual(model)
})

test('parts that do not belong together are refused', () => {
  const stored = storedModel(model)
  expect(() => readModel({ ...stored, terms: ['高い'] })).toThrow(RangeError)
  expect(() => readModel({ ...stored, classes: ['dear'] })).toThrow(RangeError)
})
