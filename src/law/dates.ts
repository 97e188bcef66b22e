/**
 * A day of the civil calendar in Japan, 'YYYY-MM-DD'; read from people within 1900–2199. Legal days carry no clock and
 * no zone, so they are never a JS Date; as strings they sort in order of time.
 */
export type LegalDate = string & { readonly __brand: 'LegalDate' }

const MS_PER_DAY = 86_400_000
const TOKYO_OFFSET_MS = 9 * 3_600_000
const WEEKDAYS = '日月火水木金土'

/** The text as a LegalDate, or null when it is not the ISO form of a day that exists ('2026-02-29' → null). */
export function readLegalDate(text: string): LegalDate | null {
  const match = /^(19|20|21)\d{2}-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const [year, month, day] = partsOf(text as LegalDate)
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return text as LegalDate
}

/** As readLegalDate, for text that the program itself wrote. Throws RangeError. */
export function legalDate(text: string): LegalDate {
  const date = readLegalDate(text)
  if (!date) throw new RangeError(`Not a day of the calendar: ${text}`)
  return date
}

/** The day in Asia/Tokyo (UTC+9, no summer time since 1952) of a moment in milliseconds since 1970. */
export function dayInTokyo(epochMs: number): LegalDate {
  return fromDayNumber(Math.floor((epochMs + TOKYO_OFFSET_MS) / MS_PER_DAY))
}

/** The day `days` after (negative: before) `date`. Throws RangeError for a fraction or outside the years 1000–9999. */
export function addDays(date: LegalDate, days: number): LegalDate {
  if (!Number.isInteger(days)) throw new RangeError(`Not a whole number of days: ${days}`)
  return fromDayNumber(dayNumber(date) + days)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LegalDate, to: LegalDate): number {
  return dayNumber(to) - dayNumber(from)
}

export function isBefore(a: LegalDate, b: LegalDate): boolean {
  return a < b
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: LegalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7
}

export function endOfMonth(date: LegalDate): LegalDate {
  const [year, month] = partsOf(date)
  return joined(year, month, daysInMonth(year, month))
}

/**
 * The day `day` of the month that lies `months` after the month of `date`. A day the month does not have becomes its
 * last, so that 31 always means the end of the month.
 */
export function dayOfMonth(date: LegalDate, months: number, day: number): LegalDate {
  const [year, month] = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return joined(y, m, Math.min(day, daysInMonth(y, m)))
}

export function firstOfMonth(date: LegalDate): LegalDate {
  return dayOfMonth(date, 0, 1)
}

/**
 * The last day of a period of `months` months that begins with `from` (included): the day before the corresponding
 * day, or the end of the month when there is no corresponding day. 民法143条2項.
 */
export function lastDayOfMonths(from: LegalDate, months: number): LegalDate {
  const day = partsOf(from)[2]
  const corresponding = dayOfMonth(from, months, day)
  return partsOf(corresponding)[2] === day ? addDays(corresponding, -1) : corresponding
}

/** Whole months in the period from `from` to `to`, both included; 0 when it is shorter or turned round. 民法143条. */
export function wholeMonths(from: LegalDate, to: LegalDate): number {
  const [y1, m1] = partsOf(from)
  const [y2, m2] = partsOf(to)
  const upper = (y2 - y1) * 12 + (m2 - m1) + 1
  for (let months = upper; months > 0; months--) if (lastDayOfMonths(from, months) <= to) return months
  return 0
}

/** The last day on which a promise of `days` days given on `on` is kept; that day does not count. 民法140条・141条. */
export function lastAnswerDay(on: LegalDate, days: number): LegalDate {
  if (days < 0) throw new RangeError(`A promise looks forward: ${days}`)
  return addDays(on, days)
}

/** As people read it: 2026年11月23日（月）. */
export function dateInWords(date: LegalDate): string {
  const [year, month, day] = partsOf(date)
  return `${year}年${month}月${day}日（${WEEKDAYS[weekday(date)]}）`
}

function partsOf(date: LegalDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

function joined(year: number, month: number, day: number): LegalDate {
  if (!(year >= 1000 && year <= 9999)) throw new RangeError(`Outside the calendar: year ${year}`)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LegalDate
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March so that the leap day is last. */
function dayNumber(date: LegalDate): number {
  const [y, month, day] = partsOf(date)
  const year = month < 3 ? y - 1 : y
  const fromMarch = (month + 9) % 12
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return 365 * year + leapDays + Math.floor((153 * fromMarch + 2) / 5) + day - 1 - 719_468
}

function fromDayNumber(days: number): LegalDate {
  let year = 1970 + Math.floor(days / 366)
  while (dayNumber(joined(year + 1, 1, 1)) <= days) year++
  while (dayNumber(joined(year, 1, 1)) > days) year--
  let month = 1
  while (month < 12 && dayNumber(joined(year, month + 1, 1)) <= days) month++
  return joined(year, month, days - dayNumber(joined(year, month, 1)) + 1)
}
