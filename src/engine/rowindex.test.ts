import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowIndex } from './rowindex.ts'

test('any puts and removals leave what a Map has, few ids near to each other among them', () => {
  const id = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(2147483647, -2147483648), fc.integer())
  const step = fc.record({ id, put: fc.constantFrom(true, true, false) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), fc.nat({ max: 40 }), (steps, room) => {
      const ids: number[] = []
      const [index, truth] = [rowIndex(room, (row) => ids[row]!), new Map<number, number>()]
      for (const { id, put } of steps) {
        if (put) {
          const row = truth.get(id) ?? ids.length
          ids[row] = id
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
