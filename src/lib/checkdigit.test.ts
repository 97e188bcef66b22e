import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDigit, hasValidCheckDigit } from './checkdigit.ts'

const digits = fc.stringMatching(/^\d{1,9}$/)

test('572 has check digit 4 (the published example)', () => {
  expect(checkDigit('572')).toBe('4')
})

test('every single wrong digit is found', () => {
  fc.assert(
    fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (base, at, by) => {
      const whole = base + checkDigit(base)
      const i = at % whole.length
      const wrong = whole.slice(0, i) + ((Number(whole[i]) + by) % 10) + whole.slice(i + 1)
      return !hasValidCheckDigit(wrong)
    }),
  )
})

test('every swap of two different neighbours is found', () => {
  fc.assert(
    fc.property(digits, fc.nat(), (base, at) => {
      const whole = base + checkDigit(base)
      const i = at % (whole.length - 1)
      if (whole[i] === whole[i + 1]) return true
      const swapped = whole.slice(0, i) + whole[i + 1] + whole[i] + whole.slice(i + 2)
      return !hasValidCheckDigit(swapped)
    }),
  )
})
