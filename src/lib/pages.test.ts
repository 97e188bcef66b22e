import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pagesAfter, partsOf } from './pages.ts'

const lists = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/)).map((ids) => ids.toSorted().map((id) => ({ id })))
const sizes = fc.integer({ min: 1, max: 5 })

test('pages hold everything once, in order, and nothing is asked for after a page that is not full', async () => {
  await fc.assert(
    fc.asyncProperty(lists, sizes, async (list, size) => {
      const asked: (string | null)[] = []
      const found: (typeof list)[number][] = []
      const read = async (after: string | null) => {
        asked.push(after)
        return list.filter(({ id }) => after === null || id > after).slice(0, size)
      }
      for await (const page of pagesAfter(size, read)) {
        expect(page.length).toBeGreaterThan(0)
        found.push(...page)
      }
      expect(found).toEqual(list)
      expect(asked.length).toBe(Math.floor(list.length / size) + 1)
    }),
  )
})

test('parts hold everything once, in order, and only the last is short', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), sizes, (list, size) => {
      const parts = [...partsOf(list, size)]
      expect(parts.flat()).toEqual(list)
      expect(parts.slice(0, -1).every(({ length }) => length === size)).toBe(true)
      expect(parts.length).toBe(Math.ceil(list.length / size))
    }),
  )
})
