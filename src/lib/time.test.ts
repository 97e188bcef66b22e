import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  answerDeadline,
  businessDaysAfter,
  endOfDay,
  isBusinessDay,
  japaneseDate,
  japaneseDateTime,
  lastDayUntil,
  legalDate,
  mondayOf,
  monthAndDay,
  monthName,
  startOfDay,
  today,
} from './time.ts'

const day = (text: string) => legalDate(text)
const moments = fc.date({ min: new Date('2000-01-01Z'), max: new Date('2049-12-01Z'), noInvalidDate: true })

test('the day changes at midnight in Japan', () => {
  expect(today(new Date('2026-11-23T14:59:59.999Z'))).toBe('2026-11-23')
  expect(today(new Date('2026-11-23T15:00:00Z'))).toBe('2026-11-24')
})

test('a week begins on Monday', () => {
  const week = ['2026-11-23', '2026-11-24', '2026-11-28', '2026-11-29', '2026-11-30'].map((text) => mondayOf(day(text)))
  expect(week).toEqual(['2026-11-23', '2026-11-23', '2026-11-23', '2026-11-23', '2026-11-30'])
})

test('dates and times as people read them', () => {
  expect(japaneseDate(day('2026-11-23'))).toBe('2026年11月23日（月）')
  expect(japaneseDateTime(new Date('2026-11-23T00:05:00Z'))).toBe('2026年11月23日（月）9:05')
  expect(japaneseDateTime(new Date('2026-11-23T15:00:00Z'))).toBe('2026年11月24日（火）0:00')
})

test('a day begins and ends in Japan', () => {
  expect(startOfDay(day('2026-11-23')).toISOString()).toBe('2026-11-22T15:00:00.000Z')
  expect(endOfDay(day('2026-11-23')).toISOString()).toBe('2026-11-23T14:59:59.999Z')
  fc.assert(
    fc.property(moments, (moment) => {
      const date = today(moment)
      expect(startOfDay(date) <= moment && moment <= endOfDay(date)).toBe(true)
      expect(today(endOfDay(date))).toBe(date)
    }),
  )
})

test('a promise of n days ends at 23:59 in Japan of the n-th day, whatever the hour it was given', () => {
  const end = '2026-11-30T14:59:00.000Z'
  expect(answerDeadline(new Date('2026-11-22T15:00:00Z'), 7).toISOString()).toBe(end)
  expect(answerDeadline(new Date('2026-11-23T14:59:00Z'), 7).toISOString()).toBe(end)
})

describe('business days', () => {
  test('leave out weekends, holidays and their substitutes', () => {
    expect(businessDaysAfter(day('2026-11-20'), 1)).toBe('2026-11-24')
    expect(businessDaysAfter(day('2026-05-01'), 1)).toBe('2026-05-07')
    expect(businessDaysAfter(day('2026-11-24'), 3)).toBe('2026-11-27')
    expect(businessDaysAfter(day('2026-11-22'), 0)).toBe('2026-11-22')
    expect(() => businessDaysAfter(day('2026-11-22'), 1.5)).toThrow(RangeError)
  })

  test('exactly n of them lie between', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 15 }), (moment, n) => {
        const from = today(moment)
        const to = businessDaysAfter(from, n)
        let count = 0
        for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isBusinessDay(date)) count++
        expect([count, isBusinessDay(to)]).toEqual([n, true])
      }),
    )
  })
})

test('months, days of a year and last days are said as people say them', () => {
  expect([monthName('2026-12-01'), monthName('2026-04'), monthAndDay(day('2026-04-09'))]).toEqual([
    '2026年12月',
    '2026年4月',
    '4月9日',
  ])
  expect([endOfDay(day('2026-04-09')), startOfDay(day('2026-04-10'))].map(lastDayUntil)).toEqual([
    '2026-04-09',
    '2026-04-09',
  ])
})
