import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkInvoiceNumber, isCorporateNumber } from './numbers.ts'

const REAL = ['4011001098993', '7010705000725', '7123456789012']

describe('corporate numbers', () => {
  test.each(REAL)('%s is right', (number) => expect(isCorporateNumber(number)).toBe(true))
  test.each(['', '401100109899', '40110010989933', '4011001098994', 'T401100109899'])('%s is wrong', (number) =>
    expect(isCorporateNumber(number)).toBe(false))

  it('finds every single wrong digit except 0 and 9 exchanged', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REAL), fc.nat(12), fc.nat(9), (number, at, digit) => {
        const old = Number(number[at])
        const changed = number.slice(0, at) + digit + number.slice(at + 1)
        const same = old === digit || (at > 0 && Math.abs(old - digit) === 9)
        expect(isCorporateNumber(changed)).toBe(same)
      }),
    )
  })
})

describe('invoice numbers', () => {
  it('understands what people type', () => {
    for (const text of ['T4011001098993', 't4011001098993', 'Ｔ４０１１００１０９８９９３', 'T 4011-0010-98993']) {
      expect(checkInvoiceNumber(text, 'corporation')).toMatchObject({ number: 'T4011001098993', severity: null })
    }
  })

  it('is strict with corporations and only warns individuals', () => {
    expect(checkInvoiceNumber('T4011001098994', 'corporation').severity).toBe('error')
    expect(checkInvoiceNumber('T4011001098994', 'individual')).toMatchObject({
      number: 'T4011001098994',
      severity: 'warning',
    })
    expect(checkInvoiceNumber('4011001098993', 'individual')).toMatchObject({ number: null, severity: 'error' })
  })
})
