import { type LegalDate, legalDate } from './dates.ts'

/** The fiscal year of Japan that a day is in: it begins on 1 April and is called after the year of that day. 地方自治法208条. */
export function fiscalYearOf(date: LegalDate): number {
  const year = Number(date.slice(0, 4))
  return date.slice(5) >= '04-01' ? year : year - 1
}

/** The day 'MM-DD' of a fiscal year: January to March lie in the calendar year after. Throws RangeError when there is none. */
export function dayOfFiscalYear(year: number, monthDay: string): LegalDate {
  return legalDate(`${monthDay >= '04-01' ? year : year + 1}-${monthDay}`)
}

/** Its first and last day. */
export function fiscalYear(year: number): { readonly first: LegalDate; readonly last: LegalDate } {
  return { first: dayOfFiscalYear(year, '04-01'), last: dayOfFiscalYear(year, '03-31') }
}

/** 2026年度（令和8年度）; the era is said from 2019 on. */
export function fiscalYearInWords(year: number): string {
  return year < 2019 ? `${year}年度` : `${year}年度（${fiscalYearOfEra(year)}）`
}

/** 令和8年度; before 令和 2018年度. */
export function fiscalYearOfEra(year: number): string {
  if (year < 2019) return `${year}年度`
  return `令和${year === 2019 ? '元' : year - 2018}年度`
}
