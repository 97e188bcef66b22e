import { expect, test } from 'vitest'
import { createPrints, printOf } from './prints.ts'
import { ENOUGH, isSpaceDue } from './spaces.ts'

const NOW = new Date('2026-11-30T02:40:00+09:00')
const before = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

test('a space is learned when there are enough texts, and anew when they grew by a fifth, once a week at most', () => {
  const last = { texts: 1000, meaning: 'a', learnedAt: before(7) }
  expect(isSpaceDue(undefined, ENOUGH - 1, 'a', NOW)).toBe(false)
  expect(isSpaceDue(undefined, ENOUGH, 'a', NOW)).toBe(true)
  expect(isSpaceDue(last, 1199, 'a', NOW)).toBe(false)
  expect(isSpaceDue(last, 1200, 'a', NOW)).toBe(true)
  expect(isSpaceDue({ ...last, learnedAt: before(6) }, 2000, 'a', NOW)).toBe(false)
  // What rows mean has changed: the old one is not used, so another is wanted at once.
  expect(isSpaceDue({ ...last, learnedAt: before(1) }, 1000, 'b', NOW)).toBe(true)
  expect(isSpaceDue({ ...last, learnedAt: before(1) }, ENOUGH - 1, 'b', NOW)).toBe(false)
})

test('prints tell texts and answers apart, and grow with the numbers', () => {
  const meaning = Int8Array.of(1, -1)
  const all = [printOf(['a', 'b'], null), printOf(['ab', null], null), printOf(['a', 'b'], meaning), printOf([], null)]
  expect(new Set(all).size).toBe(4)
  expect(printOf(['a', 'b'], undefined)).toBe(all[0])
  const prints = createPrints()
  prints.set(1000, all[0]!)
  expect([prints.of(1000), prints.of(999), prints.of(5000)]).toEqual([all[0], 0, 0])
  expect(createPrints(prints.first(1001)).of(1000)).toBe(all[0])
  expect(prints.first(4000)).toHaveLength(4000)
})
