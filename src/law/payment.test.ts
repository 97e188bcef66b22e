import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, dayOfMonth, daysBetween, legalDate } from './dates.ts'
import {
  latestPaymentDate,
  latestRecommissionedPayment,
  monthlyKeepsLimit,
  paymentDateAfter,
  readPaymentDay,
} from './payment.ts'

describe('the 60th day', () => {
  test.each([
    ['2025-04-30', '2025-06-28'],
    ['2026-01-01', '2026-03-01'],
    ['2028-01-01', '2028-02-29'],
    ['2026-11-23', '2027-01-21'],
  ])('of work received on %s is %s', (receipt, last) => expect(latestPaymentDate(legalDate(receipt))).toBe(last))

  it('is 59 days after receipt on every day since the act', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (n) => {
        const receipt = addDays(legalDate('2024-11-01'), n)
        expect(daysBetween(receipt, latestPaymentDate(receipt))).toBe(59)
      }),
    )
  })

  it('is no rule before the act, and 30 days when re-commissioned', () => {
    expect(() => latestPaymentDate(legalDate('2024-10-31'))).toThrow(RangeError)
    expect(latestRecommissionedPayment(legalDate('2026-04-30'))).toBe('2026-05-29')
  })
})

describe('a payment day in words', () => {
  test.each([
    ['毎月末日締め翌月25日払い', 31, 1, 25],
    ['毎月末締め、翌月末日払い', 31, 1, 31],
    ['２０日〆翌月２０日払', 20, 1, 20],
    ['毎月10日締め 当月末日に支払い', 10, 0, 31],
    ['月末締め翌々月10日払い', 31, 2, 10],
  ])('%s', (text, closingDay, monthsAfter, payDay) =>
    expect(readPaymentDay(text)).toEqual({ kind: 'monthly', closingDay, monthsAfter, payDay }))

  test.each(['2027-03-31', '2027年3月31日', '２０２７年３月３１日（水）', '2027/3/31払い'])('%s is a date', (text) =>
    expect(readPaymentDay(text)).toEqual({ kind: 'date', date: '2027-03-31' }))

  test.each([
    ['毎月末日締め翌月25日まで', 'まで'],
    ['請求書受領後30日', '請求書受領後'],
    ['請求書の受領後、翌月末払い', '請求書の受領後'],
    ['検収後、翌月末日払い', '検収後'],
    ['検収完了後14日', '検収完了後'],
    ['納品から10日以内', '以内'],
    ['別途相談', '別途'],
  ])('%s names no day: %s', (text, phrase) => expect(readPaymentDay(text)).toEqual({ kind: 'vague', phrase }))

  test.each(['', '月末', '毎月末日締め翌月32日払い', '2027年2月30日'])('「%s」 is not understood', (text) =>
    expect(readPaymentDay(text)).toEqual({ kind: 'unread' }))

  test.each([
    [31, 1, 31, true],
    [31, 1, 25, true],
    [20, 1, 20, true],
    [20, 1, 21, false],
    [20, 1, 31, false],
    [31, 2, 1, false],
    [10, 0, 31, true],
    [20, 0, 10, false],
  ])('closing %i, %i months after, day %i: %s', (closingDay, monthsAfter, payDay, keeps) =>
    expect(monthlyKeepsLimit({ kind: 'monthly', closingDay, monthsAfter, payDay })).toBe(keeps))

  it('pays within two months of the first day of the closed month whenever the limit is kept', () => {
    const day = fc.integer({ min: 1, max: 31 })
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 600 }), (c, p, after, n) => {
        const rule = { kind: 'monthly', closingDay: c, monthsAfter: after, payDay: p } as const
        if (!monthlyKeepsLimit(rule)) return
        const closing = dayOfMonth(addDays(legalDate('2026-01-01'), n), 0, c)
        const paid = paymentDateAfter(rule, closing)
        expect(paid <= dayOfMonth(closing, 1, c)).toBe(true)
        expect(daysBetween(closing, paid)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
