import { dayOfMonth, firstOfMonth } from '../../law/dates.ts'
import { fiscalYear, fiscalYearOf } from '../../law/fiscal-year.ts'
import { type LegalDate, today } from '../../lib/time.ts'

/** The first year that can be asked for: before it there was nothing here. */
const FIRST = 2024

/** A fiscal year that has begun, or null. */
export function readFiscalYear(word: string, now: Date): number | null {
  const year = /^20\d\d$/.test(word) ? Number(word) : 0
  return year >= FIRST && year <= fiscalYearOf(today(now)) ? year : null
}

/**
 * The months of a year that are over, as 'YYYY-MM', and the day on which the last of them ends (not in it). A month that is
 * not over is left out: a figure that grew since yesterday would tell who signed today.
 */
export function countedMonths(year: number, now: Date): { months: readonly string[]; end: LegalDate } {
  const thisMonth = firstOfMonth(today(now))
  const { first } = fiscalYear(year)
  const firsts = Array.from({ length: 12 }, (_, n) => dayOfMonth(first, n, 1))
  const over = firsts.filter((day) => day < thisMonth)
  return { months: over.map((day) => day.slice(0, 7)), end: dayOfMonth(first, over.length, 1) }
}

/**
 * The day from which nothing of a year is waited for: April was there to report and to confirm the work of March. What is known
 * by then counts, so that a fee that a company confirms later does not show as what the sum grew by.
 */
export function settledOn(year: number): LegalDate {
  return dayOfMonth(fiscalYear(year).first, 13, 1)
}

export function isSettled(year: number, now: Date): boolean {
  return today(now) >= settledOn(year)
}
