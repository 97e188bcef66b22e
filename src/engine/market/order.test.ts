import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSorter } from './order.ts'

/** Float32 without the lowest bits, by which long lists are not ordered. */
function rough(score: number, length: number): number {
  const bits = new Uint32Array(Float32Array.of(score).buffer)
  const dropped = length < 64 ? 0 : length < 512 ? 7 : 9
  return (bits[0]! >>> dropped) << dropped
}

test('as comparing would order them, equal ones by lower column', () => {
  const score = fc.oneof(fc.float({ min: 0, max: 1e6, noNaN: true }), fc.constantFrom(0, 1, 1.00001, 1.0001, 1e-30))
  const scores = fc.oneof(fc.array(score, { maxLength: 300 }), fc.array(score, { minLength: 500, maxLength: 1200 }))
  fc.assert(
    fc.property(scores, fc.nat(1200), (list, most) => {
      const sorter = createSorter(list.length)
      sorter.scores.set(list.map(Math.abs))
      const count = Math.min(most, list.length)
      const keys = Array.from(sorter.scores, (one) => rough(one, count))
      const expected = Array.from({ length: count }, (_, n) => n).sort((a, b) => keys[b]! - keys[a]! || a - b)
      expect([...sorter.sort(count).subarray(0, count)]).toEqual(expected)
    }),
  )
})
