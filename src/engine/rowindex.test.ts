import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowIndex } from './rowindex.ts'

test('any puts and removals leave what a Map has, few ids near to each other among them', () => {
  const id = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(2147483647, -2147483648), fc.integer())
  const step = fc.record({ id, row: fc.nat({ max: 1_000_000 }), put: fc.constantFrom(true, true, false) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), fc.nat({ max: 40 }), (steps, room) => {
      const [index, truth] = [rowIndex(room), new Map<number, number>()]
      for (const { id, row, put } of steps) {
        if (put) {
          index.set(id, row)
          truth.set(id, row)
        } else {
          index.delete(id)
          truth.delete(id)
        }
        expect(index.get(id)).toBe(truth.get(id))
      }
      expect(new Map([...index.ids()].map((one) => [one, index.get(one)!]))).toEqual(new Map(truth))
      expect(index.size).toBe(truth.size)
    }),
    { numRuns: 2000 },
  )
})
