import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSorter } from './order.ts'

test('as comparing would order them, equal ones by lower column', () => {
  const scores = fc.array(fc.float({ min: 0, max: 1e6, noNaN: true }), { maxLength: 300 })
  fc.assert(
    fc.property(scores, (list) => {
      const sorter = createSorter(list.length)
      sorter.scores.set(list.map(Math.abs))
      const expected = list.map((_, n) => n).sort((a, b) => sorter.scores[b]! - sorter.scores[a]! || a - b)
      expect([...sorter.sort()]).toEqual(expected)
    }),
  )
})
