import { expect, test } from 'vitest'
import { legalDate } from './dates.ts'
import { dayOfFiscalYear, fiscalYearInWords, fiscalYearOf } from './fiscal-year.ts'

test('a fiscal year goes from April to March', () => {
  const years = ['2026-03-31', '2026-04-01', '2026-12-31', '2027-01-01'].map((day) => fiscalYearOf(legalDate(day)))
  expect(years).toEqual([2025, 2026, 2026, 2026])
  expect(dayOfFiscalYear(2026, '04-01')).toBe('2026-04-01')
  expect(dayOfFiscalYear(2026, '03-31')).toBe('2027-03-31')
  expect(() => dayOfFiscalYear(2026, '02-29')).toThrow(RangeError)
  expect([2018, 2019, 2026].map(fiscalYearInWords)).toEqual([
    '2018年度',
    '2019年度（令和元年度）',
    '2026年度（令和8年度）',
  ])
})
