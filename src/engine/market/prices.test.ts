import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HIGHEST_PRICE, movedPrice, PRICE_STEP } from './prices.ts'

test('a price rises by one step an application, falls by one an opening more, and stays from nothing to the highest', () => {
  expect(movedPrice(0.5, 1)).toBe(0.5 + PRICE_STEP)
  expect(movedPrice(0.5, -1, 0.1)).toBe(0.4)
  expect(movedPrice(0.5, 0)).toBe(0.5)
  const price = fc.double({ min: 0, max: HIGHEST_PRICE, noNaN: true })
  fc.assert(
    fc.property(price, fc.integer({ min: -1000, max: 1000 }), (price, excess) => {
      const moved = movedPrice(price, excess)
      expect(moved).toBeGreaterThanOrEqual(0)
      expect(moved).toBeLessThanOrEqual(HIGHEST_PRICE)
      expect(Math.sign(moved - price) * Math.sign(excess)).toBeGreaterThanOrEqual(0)
      expect(movedPrice(price, excess + 1)).toBeGreaterThanOrEqual(moved)
    }),
  )
})

test('what is no price, no excess and no step is refused', () => {
  expect(() => movedPrice(-1, 0)).toThrow('price: -1 is not from 0 to 2')
  expect(() => movedPrice(0, Number.NaN)).toThrow('excess: NaN is not a number')
  expect(() => movedPrice(0, 0, -1)).toThrow('step: -1 is not 0 or more')
})
