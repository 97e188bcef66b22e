import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FEES, feeBand, HOURS, hoursBand, keptOr, nearest, YEARS, yearsAnswer } from './bands.ts'

test('hours and fee are told in bands', () => {
  expect([null, 0, 5, 6, 10, 12, 20, 30, 31].map(hoursBand)).toEqual([
    null,
    ...['月5時間まで', '月5時間まで', '月5〜10時間', '月5〜10時間', '月10〜20時間', '月10〜20時間', '月20〜30時間'],
    '月30時間より多く',
  ])
  expect([null, 1999, 2000, 4000, 7999, 8000].map(feeBand)).toEqual([
    ...['報酬は相談して', '1時間2,000円まで', '1時間2,000〜3,000円', '1時間3,000〜5,000円', '1時間5,000〜8,000円'],
    '1時間8,000円から',
  ])
})

test('no band tells a figure of its own', () => {
  for (const figures of [HOURS, FEES]) expect(new Set(figures.map(String)).size).toBe(figures.length)
  expect(new Set(Array.from({ length: 201 }, (_, hours) => hoursBand(hours))).size).toBe(5)
  expect(new Set(Array.from({ length: 300 }, (_, hundreds) => feeBand(hundreds * 100))).size).toBe(5)
})

test('an exact figure survives its own answer, and only that', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.constantFrom(...HOURS), (stored, chosen) => {
      const kept = keptOr(HOURS, chosen, stored)
      expect(nearest(HOURS, kept)).toBe(chosen)
      expect(kept === stored || kept === chosen).toBe(true)
    }),
  )
  expect(keptOr(FEES, 2500, null)).toBe(2500)
})

test('every number of years has its answer, and each answer its number', () => {
  for (const { years } of YEARS) expect(yearsAnswer(years).years).toBe(years)
  expect([0, 1, 4, 9, 19, 60].map((years) => yearsAnswer(years).name)).toEqual([
    ...['1年くらい', '1年くらい', '2年から4年', '5年から9年', '10年から19年', '20年より長く'],
  ])
})
