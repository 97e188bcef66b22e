import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seatedInHalves } from './scored-anew.ts'

test('each half keeps its places, and fills them in its own order', () => {
  const some = fc.uniqueArray(fc.nat(40), { maxLength: 12 })
  fc.assert(
    fc.property(some, some, fc.func(fc.nat(9)), (best, ofSecond, own) => {
      const isSecond = (id: number) => ofSecond.includes(id)
      const seated = seatedInHalves(best, isSecond, own)
      expect(seated.toSorted()).toEqual(best.toSorted())
      expect(seated.map(isSecond)).toEqual(best.map(isSecond))
      const first = (id: number) => !isSecond(id)
      expect(seated.filter(first)).toEqual(best.filter(first))
      expect(seated.filter(isSecond)).toEqual(best.filter(isSecond).sort((a, b) => own(b) - own(a)))
    }),
  )
})
