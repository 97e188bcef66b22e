import { expect, test } from 'vitest'
import { median } from './median.ts'

test('the median is the middle, or between the two middle ones', () => {
  expect([[], [3], [9, 1], [5, 1, 9], [4, 1, 2, 10]].map(median)).toEqual([null, 3, 5, 5, 3])
})
