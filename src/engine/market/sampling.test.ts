import { expect, test } from 'vitest'
import { clear } from './clearing.ts'
import { examination } from './examination.ts'
import { tasteLikings } from './likings.ts'
import { createMersenne } from './mersenne.ts'
import { STRIP, WINDOW } from './reading.ts'
import { sampledCandidates } from './sampling.ts'
import { checkSparse } from './sparse.ts'

const random = (seed = 1) => createMersenne(seed).random

test('the score of a pair is the sum of the logits of its chances', () => {
  const likings = tasteLikings(5, 7, 1, 3)
  const scores = new Float32Array(4)
  const logit = (one: number) => Math.log(one / (1 - one))
  for (let row = 0; row < 5; row++) {
    likings.scores(row, 2, 6, scores)
    for (let column = 2; column < 6; column++) {
      const { wants, wanted } = likings.chances(row, column)
      expect(logit(wants) + logit(wanted)).toBeCloseTo(scores[column - 2]!, 4)
    }
  }
})

/** The second is more than one strip of rows and some windows of columns. */
test.each([
  [60, 40],
  [STRIP + 9, 2 * WINDOW + 3],
])('%i × %i: each of both sides keeps its best by score and how free the other is, each pair once', (left, right) => {
  const likings = tasteLikings(left, right, 1, 5)
  const { market, free } = sampledCandidates(likings, { perSide: 6, sample: right, random: random() })
  checkSparse(market)
  const has = (row: number, column: number) =>
    market.columns.subarray(market.starts[row], market.starts[row + 1]).includes(column)
  const scores = Array.from({ length: left }, (_, row) => {
    const own = new Float32Array(right)
    likings.scores(row, 0, right, own)
    return own
  })
  const best = (worth: readonly number[]) =>
    worth
      .map((one, at) => ({ one, at }))
      .sort((a, b) => b.one - a.one)
      .slice(0, 6)
      .map(({ at }) => at)
  const expected = new Set<number>()
  for (const [row, own] of scores.entries())
    for (const column of best(Array.from(own, (one, at) => one + Math.log(free.right[at]!))))
      expected.add(row * right + column)
  for (let column = 0; column < right; column++)
    for (const row of best(scores.map((own, at) => own[column]! + Math.log(free.left[at]!))))
      expected.add(row * right + column)
  for (const pair of expected) expect(has(Math.floor(pair / right), pair % right)).toBe(true)
  expect(market.columns).toHaveLength(expected.size)
})

test('a sample of the columns tells nearly as well how free everybody is', () => {
  const likings = tasteLikings(800, 400, 1, 2)
  const looked = { left: examination('inv', 20), right: examination('inv', 20) }
  const matches = (sample: number) =>
    clear(sampledCandidates(likings, { perSide: 20, sample, random: random(4) }).market, looked).sums.matches
  expect(matches(64) / matches(400)).toBeGreaterThan(0.97)
})

test('a side on which nobody is gives no pairs; a number that is none is refused by name', () => {
  for (const [left, right] of [
    [0, 3],
    [3, 0],
  ] as const) {
    const { market } = sampledCandidates(tasteLikings(left, right, 1, 1), { perSide: 2, sample: 2, random: random() })
    expect(market.columns).toHaveLength(0)
    expect(market.starts).toHaveLength(left + 1)
  }
  for (const wrong of [{ perSide: 0 }, { sample: 1.5 }])
    expect(() =>
      sampledCandidates(tasteLikings(2, 2, 1, 1), { perSide: 1, sample: 1, random: random(), ...wrong }),
    ).toThrow(new RegExp(`^${Object.keys(wrong)[0]}: `))
})
