import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aboutPeople } from './people.ts'

test.each([
  [0, '30人未満'],
  [29, '30人未満'],
  [30, '約30人'],
  [39, '約30人'],
  [2009, '約2000人'],
])('%i people are %s', (count, words) => {
  const { before = '', value, unit } = aboutPeople(count)
  expect(before + value + unit).toBe(words)
})

test('never says more than there are, and ten numbers look alike', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 1_000_000 }), (count) => {
      const told = aboutPeople(count).value
      expect(told).toBeLessThanOrEqual(count)
      expect(aboutPeople(told + (count % 10))).toEqual(aboutPeople(told))
    }),
  )
})
