import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aboutPeople } from './people.ts'

test.each([
  [0, '30人未満'],
  [29, '30人未満'],
  [30, '約30人'],
  [39, '約30人'],
  [2009, '約2,000人'],
])('%i people are %s', (count, words) => {
  const { value, unit } = aboutPeople(count)
  expect(value + unit).toBe(words)
})

test('never says more than there are, and nine numbers out of ten look like their neighbour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 1_000_000 }), (count) => {
      const told = Number(aboutPeople(count).value.replace(/\D/g, ''))
      expect(told).toBeLessThanOrEqual(count)
      expect(count - told).toBeLessThan(10)
    }),
  )
})
