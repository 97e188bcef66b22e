import { expect, test } from 'vitest'
import { FACTOR_NAMES } from './factors.ts'
import { fixedTables, highestPoints, POINTS_PER_LOGIT } from './fixed.ts'
import { PRIOR } from './prior.ts'
import { spreadOf } from './spread.ts'

test('a factor moves a pair by what lies between its best and its worst bin', () => {
  expect(spreadOf('code')).toBeCloseTo(9)
  expect(spreadOf('level')).toBeCloseTo(4 + 0.85)
  expect(spreadOf('crowding')).toBe(0)
})

test('every factor that can bring points can move a pair', () => {
  const highest = highestPoints(fixedTables(PRIOR))
  FACTOR_NAMES.forEach((name, at) => {
    expect(spreadOf(name)).toBeGreaterThanOrEqual(highest[at]! / POINTS_PER_LOGIT)
  })
})
