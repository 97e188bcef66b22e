import { z } from 'zod'
import { lastDayOfMonths } from '../../law/dates.ts'
import { choice, longText, text } from '../../lib/input.ts'
import { addDays, startOfDay, today } from '../../lib/time.ts'
import type { Taken } from './steps.ts'

/** What somebody lets a partner know: nothing, that they are one of at least five, or who they are. */
export const SHARES = ['none', 'counted', 'named'] as const
export type Share = (typeof SHARES)[number]

/** The fields of the consent that stands for it. */
export const FIELDS: Readonly<Record<Exclude<Share, 'none'>, readonly string[]>> = {
  counted: ['ladder-count'],
  named: ['ladder-count', 'name', 'prefecture', 'ladder', 'letters'],
}

/** The same where another partner asked: the steps are then those in the area of that one. */
export const WHEN_COMMENDED: typeof FIELDS = {
  counted: ['region-count'],
  named: ['region-count', 'name', 'prefecture', 'ladder', 'letters'],
}

export function shareOf(fields: readonly string[] | undefined): Share {
  if (!fields) return 'none'
  return fields.includes('name') ? 'named' : 'counted'
}

export const YEARS = ['1', '3'] as const

export const sharingForm = z.object({
  share: choice({ label: '伝えること', options: SHARES }),
  years: choice({ label: 'いつまで', options: YEARS }),
})

/** The end of a consent of so many years. */
export function untilOf(now: Date, years: (typeof YEARS)[number]): Date {
  return startOfDay(addDays(lastDayOfMonths(today(now), 12 * Number(years)), 1))
}

export const letterForm = z.object({
  subject: text({ label: '題', max: 60 }),
  words: longText({ label: '便りの言葉', max: 1000 }),
})

/** Letters a partner may send in a month. */
export const LETTERS_A_MONTH = 2

/** Who lets a partner know their name, with the steps taken in its area. */
export type Alumnus = {
  readonly accountId: string
  readonly familyName: string
  readonly givenName: string
  readonly prefecture: number | null
  readonly until: Date | null
  /** The partner that commended them, in whose area the steps are; null: whoever told this one by themselves. */
  readonly from: string | null
  readonly taken: Taken
}
