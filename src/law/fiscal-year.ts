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

/** 2026年度（令和8年度）; the era is said from 2019 on. */
export function fiscalYearInWords(year: number): string {
  if (year < 2019) return `${year}年度`
  return `${year}年度（令和${year === 2019 ? '元' : year - 2018}年度）`
}
