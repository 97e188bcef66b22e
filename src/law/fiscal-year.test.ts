import { expect, test } from 'vitest'
import { addDays, legalDate } from './dates.ts'
import { dayOfFiscalYear, fiscalYear, fiscalYearInWords, fiscalYearOf, fiscalYearOfEra } from './fiscal-year.ts'

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
  expect([2018, 2019, 2026].map(fiscalYearOfEra)).toEqual(['2018年度', '令和元年度', '令和8年度'])
})

test('a fiscal year holds its first and last day, and no other year holds them', () => {
  for (let year = 2000; year < 2040; year++) {
    const { first, last } = fiscalYear(year)
    expect([first, last].map(fiscalYearOf)).toEqual([year, year])
    expect([addDays(first, -1), addDays(last, 1)].map(fiscalYearOf)).toEqual([year - 1, year + 1])
  }
})
