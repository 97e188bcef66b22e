import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rising, risingSquare } from './rising.ts'

const numbers = (length: number, min: number, max: number) =>
  fc.array(fc.double({ min, max, noNaN: true }), { minLength: length, maxLength: length })

/** Of a projection on a convex set: from the nearest point no other one lies in the direction of what was projected. */
function nearest(
  values: readonly number[],
  weights: readonly number[],
  found: readonly number[],
  other: readonly number[],
) {
  return values.reduce((sum, value, at) => sum + weights[at]! * (value - found[at]!) * (other[at]! - found[at]!), 0)
}

test('the nearest values that rise by so much', () => {
  const cases = fc.integer({ min: 1, max: 8 }).chain((length) =>
    fc.record({
      values: numbers(length, -3, 3),
      weights: numbers(length, 0.1, 5),
      steps: numbers(length, 0, 0.5),
      other: numbers(length, 0, 1),
    }),
  )
  fc.assert(
    fc.property(cases, ({ values, weights, steps, other }) => {
      const found = rising(values, weights, steps)
      for (let at = 1; at < found.length; at++)
        expect(found[at]! - found[at - 1]!).toBeGreaterThanOrEqual(steps[at]! - 1e-9)
      let sum = -2
      const another = other.map((more, at) => {
        sum += more + (at > 0 ? steps[at]! : 0)
        return sum
      })
      expect(nearest(values, weights, found, another)).toBeLessThan(1e-9)
      for (const [at, value] of rising(found, weights, steps).entries()) expect(value).toBeCloseTo(found[at]!, 9)
    }),
  )
})

test('the nearest square that rises along rows and columns', () => {
  fc.assert(
    fc.property(numbers(16, -3, 3), numbers(16, 0.2, 5), numbers(16, 0, 1), (values, weights, more) => {
      const found = risingSquare(values, weights, 4)
      for (let at = 0; at < 16; at++) {
        if (at % 4 > 0) expect(found[at]!).toBeGreaterThanOrEqual(found[at - 1]!)
        if (at >= 4) expect(found[at]!).toBeGreaterThanOrEqual(found[at - 4]!)
      }
      const other = more.slice()
      for (let at = 0; at < 16; at++)
        other[at]! += Math.max(at % 4 > 0 ? other[at - 1]! : -2, at >= 4 ? other[at - 4]! : -2)
      // After so many passes not to the last digit.
      expect(nearest(values, weights, found, other)).toBeLessThan(0.05)
    }),
  )
})

test('what rises already stays', () => {
  const square = Array.from({ length: 16 }, (_, at) => Math.floor(at / 4) * 0.1 + (at % 4))
  for (const [at, value] of risingSquare(
    square,
    square.map(() => 1),
    4,
  ).entries())
    expect(value).toBeCloseTo(square[at]!, 12)
})
