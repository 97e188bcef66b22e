import holidays from '@holiday-jp/holiday_jp'
import { addDays, dateInWords, dayInTokyo, type LegalDate, weekday } from '../law/dates.ts'

export { addDays, type LegalDate, legalDate, readLegalDate } from '../law/dates.ts'

const DAY_MS = 86_400_000
const clock = new Intl.DateTimeFormat('ja-JP', {
  ...{ timeZone: 'Asia/Tokyo', hour: 'numeric', minute: '2-digit', hourCycle: 'h23' },
})
const named: Readonly<Record<string, unknown>> = holidays.holidays

/** The day in Japan at a moment. */
export function today(now: Date): LegalDate {
  return dayInTokyo(now.getTime())
}

/** 2026年11月23日（月） */
export function japaneseDate(date: LegalDate): string {
  return dateInWords(date)
}

/** 2026年11月23日（月）9:05 */
export function japaneseDateTime(moment: Date): string {
  return `${dateInWords(today(moment))}${clock.format(moment)}`
}

/** 2026年12月, of a day in it or of '2026-12'. */
export function monthName(month: string): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`
}

/** 12月10日 */
export function monthAndDay(date: LegalDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
}

/** The day that is over at a moment: what holds until midnight holds on the day before. */
export function lastDayUntil(moment: Date): LegalDate {
  return today(new Date(moment.getTime() - 1))
}

/** The Monday of the week that a day is in. */
export function mondayOf(date: LegalDate): LegalDate {
  return addDays(date, -((weekday(date) + 6) % 7))
}

/** The last millisecond of a day in Japan. */
export function endOfDay(date: LegalDate): Date {
  return new Date(startOfDay(date).getTime() + DAY_MS - 1)
}

export function startOfDay(date: LegalDate): Date {
  return new Date(`${date}T00:00:00+09:00`)
}

/** A promise to answer within n days ends at 23:59 in Japan on the n-th calendar day after the day it was given. */
export function answerDeadline(from: Date, days: number): Date {
  return new Date(`${addDays(today(from), days)}T23:59:00+09:00`)
}

/** Neither Saturday, Sunday nor a holiday. The holidays are known until 2050. */
export function isBusinessDay(date: LegalDate): boolean {
  const day = weekday(date)
  return day !== 0 && day !== 6 && !Object.hasOwn(named, date)
}

/** The n-th business day after `date`, which itself does not count. */
export function businessDaysAfter(date: LegalDate, n: number): LegalDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of business days: ${n}`)
  let day = date
  for (let left = n; left > 0; ) {
    day = addDays(day, 1)
    if (isBusinessDay(day)) left--
  }
  return day
}
