import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  dateInWords,
  dayInTokyo,
  dayOfMonth,
  daysBetween,
  endOfMonth,
  isBefore,
  type LegalDate,
  lastAnswerDay,
  lastDayOfMonths,
  legalDate,
  readLegalDate,
  weekday,
  wholeMonths,
} from './dates.ts'

const d = legalDate
const epochDays = fc.integer({ min: -25_000, max: 80_000 })
const anyDate = epochDays.map((days) => addDays(d('1970-01-01'), days))

describe('legal days', () => {
  test.each([
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '',
    '２０２６-01-01',
  ])('%s is no day', (text) => expect(readLegalDate(text)).toBeNull())

  test.each(['2024-02-29', '2000-02-29', '1999-12-31'])('%s is a day', (text) => expect(readLegalDate(text)).toBe(text))

  it('agrees with the calendar of the runtime on every day', () => {
    fc.assert(
      fc.property(epochDays, (days) => {
        const runtime = new Date(days * 86_400_000)
        const date = addDays(d('1970-01-01'), days)
        expect(date).toBe(runtime.toISOString().slice(0, 10))
        expect(weekday(date)).toBe(runtime.getUTCDay())
      }),
    )
  })

  it('adds and measures as inverse acts, in order', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const other = addDays(date, days)
        expect(daysBetween(date, other)).toBe(days)
        expect(isBefore(date, other)).toBe(days > 0)
      }),
    )
  })

  it('begins the day in Tokyo at 15:00 UTC', () => {
    expect(dayInTokyo(Date.UTC(2026, 10, 22, 14, 59, 59, 999))).toBe('2026-11-22')
    expect(dayInTokyo(Date.UTC(2026, 10, 22, 15, 0, 0))).toBe('2026-11-23')
  })

  it('refuses half days and promises into the past', () => {
    expect(() => addDays(d('2026-01-01'), 0.5)).toThrow(RangeError)
    expect(() => lastAnswerDay(d('2026-01-01'), -1)).toThrow(RangeError)
    expect(lastAnswerDay(d('2026-12-28'), 7)).toBe('2027-01-04')
  })

  it('speaks as people write', () => expect(dateInWords(d('2026-11-23'))).toBe('2026年11月23日（月）'))
})

describe('months', () => {
  test.each([
    ['2024-02-10', '2024-02-29'],
    ['2026-02-10', '2026-02-28'],
    ['2026-12-31', '2026-12-31'],
  ])('%s: the month ends on %s', (date, end) => expect(endOfMonth(d(date))).toBe(end))

  test.each([
    ['2026-11-30', 1, 25, '2026-12-25'],
    ['2026-12-31', 1, 31, '2027-01-31'],
    ['2027-01-31', 1, 31, '2027-02-28'],
    ['2026-03-01', -1, 31, '2026-02-28'],
  ])('%s, %i month on, day %i is %s', (date, months, day, expected) =>
    expect(dayOfMonth(d(date), months, day)).toBe(expected))

  test.each([
    ['2026-04-01', 6, '2026-09-30'],
    ['2026-04-15', 1, '2026-05-14'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-02-28', 1, '2026-03-27'],
    ['2023-08-31', 6, '2024-02-29'],
  ])('%s for %i months ends on %s', (from, months, end) => expect(lastDayOfMonths(d(from), months)).toBe(end))

  test.each([
    ['2026-04-01', '2026-09-29', 5],
    ['2026-04-01', '2026-09-30', 6],
    ['2026-04-01', '2026-04-29', 0],
    ['2026-04-01', '2026-04-30', 1],
    ['2026-04-02', '2026-04-01', 0],
  ])('%s to %s holds %i months', (from, to, months) => expect(wholeMonths(d(from), d(to))).toBe(months))

  it('counts back the months it was given', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 120 }), (from: LegalDate, months) => {
        const end = lastDayOfMonths(from, months)
        expect(wholeMonths(from, end)).toBe(months)
        expect(wholeMonths(from, addDays(end, -1))).toBe(months - 1)
      }),
    )
  })
})
