import { expect, test } from 'vitest'
import { inFives } from './few.ts'

test('what is counted is told in fives, and fewer than five not at all', () => {
  expect([0, 4, 5, 9, 10, 104].map(inFives)).toEqual([null, null, 5, 5, 10, 100])
})
