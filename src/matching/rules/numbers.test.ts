import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createNumbers } from './numbers.ts'

test('every id keeps the number that it got first, and is found again by it', () => {
  fc.assert(
    fc.property(fc.array(fc.uuid(), { maxLength: 400 }), fc.nat({ max: 50 }), (ids, room) => {
      const numbers = createNumbers(room)
      const first = new Map<string, number>()
      for (const id of ids) {
        expect(numbers.get(id)).toBe(first.get(id))
        const number = numbers.of(id)
        if (!first.has(id)) first.set(id, number)
        expect(number).toBe(first.get(id))
      }
      expect(numbers.size).toBe(first.size)
      expect([...first.values()]).toEqual(Array.from(first.values(), (_, at) => at))
      for (const [id, number] of first) expect(numbers.id(number)).toBe(id)
      const again = createNumbers()
      again.read(numbers.bytes(), 0, numbers.size)
      for (const [id, number] of first) expect(again.get(id)).toBe(number)
    }),
  )
})

test('what is no id has no number', () => {
  const numbers = createNumbers()
  expect(() => numbers.of('42')).toThrow('No id: 42')
  expect(() => numbers.id(0)).toThrow('No number of an id: 0')
})
