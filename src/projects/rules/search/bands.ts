import { dayOfMonth } from '../../../law/dates.ts'
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
  return Array.from({ length: COMING }, (_, n) => monthAfter(now, n + 1))
}

/** The values of the column `start` that a choice means: what begins at once, or by the end of that month. */
export function startsBy(choice: string, now: Date): string[] {
  const past = Array.from({ length: PAST }, (_, n) => monthAfter(now, -n))
  const coming = choice === SOON ? [] : comingMonths(now).filter((month) => month <= choice)
  return [SOON, ...past, ...coming]
}

function monthAfter(now: Date, months: number): string {
  const first = dayOfMonth(today(now), 0, 1)
  return dayOfMonth(first, months, 1).slice(0, 7)
}

/** A day as a number, for the engine of the search. */
export function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}
