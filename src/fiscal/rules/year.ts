import { dayOfMonth } from '../../law/dates.ts'
import { type LegalDate, legalDate, today } from '../../lib/time.ts'

/** The first year that can be asked for: before it there was nothing here. */
const FIRST = 2024
/** 令和 began in 2019. */
const REIWA = 2018

/** The fiscal year that a day is in, named by its April. */
export function fiscalYearOf(day: LegalDate): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)
}

/** A fiscal year that has begun, or null. */
export function readFiscalYear(word: string, now: Date): number | null {
  const year = /^20\d\d$/.test(word) ? Number(word) : 0
  return year >= FIRST && year <= fiscalYearOf(today(now)) ? year : null
}

/** 2026年度（令和8年度） */
export function fiscalYearName(year: number): string {
  return `${year}年度（令和${year - REIWA}年度）`
}

export function firstDayOf(year: number): LegalDate {
  return legalDate(`${year}-04-01`)
}

/**
 * The months of a year that are over, as 'YYYY-MM', and the day on which the last of them ends (not in it). A month that is
 * not over is left out: a figure that grew since yesterday would tell who signed today.
 */
export function countedMonths(year: number, now: Date): { months: readonly string[]; end: LegalDate } {
  const thisMonth = dayOfMonth(today(now), 0, 1)
  const firsts = Array.from({ length: 12 }, (_, n) => dayOfMonth(firstDayOf(year), n, 1))
  const over = firsts.filter((first) => first < thisMonth)
  return { months: over.map((first) => first.slice(0, 7)), end: dayOfMonth(firstDayOf(year), over.length, 1) }
}

export function isOver(year: number, now: Date): boolean {
  return fiscalYearOf(today(now)) > year
}
