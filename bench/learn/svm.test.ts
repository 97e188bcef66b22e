import { expect, test } from 'vitest'
import { randomFrom } from '../../seed/random.ts'
import type { Sparse } from '../../src/text/linear.ts'
import { type Example, separate } from './svm.ts'

const text = (...rows: number[]): Sparse => ({
  rows: Int32Array.from(rows),
  values: Float32Array.from(rows, () => 1 / Math.sqrt(rows.length)),
})
const example = (rows: number[], ...classes: number[]): Example => ({
  text: text(...rows),
  classes: new Map(classes.map((one, rank) => [one, 1 / (rank + 1)])),
})
const EXAMPLES = [example([0, 1], 0), example([0, 2], 0), example([3, 1], 1), example([3, 2], 1), example([4, 1], 2, 0)]

function score(of: number, { rows, values }: Sparse): number {
  const { weights, bias } = separate(EXAMPLES, 5, of, randomFrom('svm'))
  return rows.reduce((sum, row, n) => sum + weights[row]! * values[n]!, bias)
}

test('what only one class says speaks for it', () => {
  expect(score(0, text(0))).toBeGreaterThan(0)
  expect(score(0, text(3))).toBeLessThan(0)
  expect(score(1, text(3))).toBeGreaterThan(0)
})

test('a text that helps a class a little speaks for it a little', () => {
  expect(score(0, text(4))).toBeGreaterThan(score(0, text(3)))
  expect(score(0, text(4))).toBeLessThan(score(0, text(0)))
})

test('the same chance gives the same weights', () => {
  const [one, other] = [0, 1].map(() => separate(EXAMPLES, 5, 0, randomFrom('same')))
  expect(one).toEqual(other)
})
