import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { legalDate } from './dates.ts'
import { hourlyEquivalent, withholding } from './fee.ts'
import { PARAMETERS, parameter, sourceOf } from './parameters.ts'

const today = legalDate('2026-11-23')
const yen = fc.integer({ min: 0, max: 50_000_000 })

describe('withholding', () => {
  test.each([
    [0, 0],
    [9, 0],
    [10, 1],
    [30_000, 3_063],
    [50_000, 5_105],
    [999_999, 102_099],
    [1_000_000, 102_100],
    [1_000_001, 102_100],
    [1_000_005, 102_101],
    [1_500_000, 204_200],
  ])('of %i yen is %i yen', (amount, tax) => expect(withholding(amount, today)).toBe(tax))

  it('follows x·20.42 % − 102,100 above the threshold and never falls', () => {
    fc.assert(
      fc.property(yen, yen, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        expect(withholding(low, today)).toBeLessThanOrEqual(withholding(high, today))
        const expected = a > 1_000_000 ? (BigInt(a) * 2042n) / 10_000n - 102_100n : (BigInt(a) * 1021n) / 10_000n
        expect(BigInt(withholding(a, today))).toBe(expected)
      }),
    )
  })

  test.each([-1, 0.5, Number.NaN, 2_000_000_001])('refuses %d', (amount) =>
    expect(() => withholding(amount, today)).toThrow(RangeError))
})

describe('hourly equivalent', () => {
  test.each([
    [30_000, 10, 3_000],
    [50_000, 12, 4_166],
    [30_000, 7.5, 4_000],
    [30_000, 0, null],
    [30_000, null, null],
  ])('%i yen for %s hours', (fee, hours, hourly) => expect(hourlyEquivalent(fee, hours)).toBe(hourly))

  it('never shows more than is paid', () => {
    fc.assert(
      fc.property(yen, fc.integer({ min: 1, max: 200 }), (fee, hours) => {
        expect(hourlyEquivalent(fee, hours)! * hours).toBeLessThanOrEqual(fee)
      }),
    )
  })
})

describe('parameters', () => {
  test.each([
    ['2026-09-30', 0.8],
    ['2026-10-01', 0.7],
    ['2028-09-30', 0.7],
    ['2028-10-01', 0.5],
    ['2030-09-30', 0.5],
    ['2030-10-01', 0.3],
    ['2031-09-30', 0.3],
    ['2031-10-01', 0],
  ])('on %s the transitional deduction is %d', (on, value) =>
    expect(parameter('ct.transitional', legalDate(on))).toBe(value))

  it('knows no rule before its first day', () => {
    expect(() => parameter('fl.payment.max_days', legalDate('2024-10-31'))).toThrow(RangeError)
    expect(parameter('fl.payment.max_days', legalDate('2024-11-01'))).toBe(60)
    expect(parameter('transfer_fee.payer', legalDate('2026-01-01'))).toBe('client')
    expect(sourceOf('wht.rate', today)).toContain('所得税法')
  })

  it('holds no key twice from the same day, and only days that exist', () => {
    const rows = PARAMETERS.map(({ key, from }) => `${key} ${legalDate(from)}`)
    expect(new Set(rows).size).toBe(rows.length)
  })
})
