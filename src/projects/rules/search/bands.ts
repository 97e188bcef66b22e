import { today } from '../../../lib/time.ts'

/** 「月10時間まで」: hours a month at most. */
export const HOURS = [5, 10, 15, 20] as const
/** Yen for an hour, at least. */
export const HOURLY = [2000, 3000, 4000, 5000] as const
/** How long it goes at most. */
export const MONTHS = [3, 6, 12] as const

/** Begins as soon as somebody is found, or should have begun already. */
export const SOON = 'soon'
const COMING = 3
/** A posting is not older than that. */
const PAST = 48

/** The months by whose beginning work may begin, as somebody chooses them: 2026-12, … */
export function comingMonths(now: Date): string[] {
  return monthsFrom(today(now), 1, COMING)
}

/** The values of the column `start` that a choice means: what begins at once, or by the end of that month. */
export function startsBy(choice: string, now: Date): string[] {
  const past = monthsFrom(today(now), 1 - PAST, PAST).reverse()
  const coming = choice === SOON ? [] : comingMonths(now).filter((month) => month <= choice)
  return [SOON, ...past, ...coming]
}

/** So many months, the first so far from that of a day. */
function monthsFrom(day: string, first: number, count: number): string[] {
  const start = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + first
  return Array.from({ length: count }, (_, n) => {
    const month = start + n
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

/** A day as a number, for the engine of the search. */
export function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}
