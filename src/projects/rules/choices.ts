import { dayOfMonth, firstOfMonth } from '../../law/dates.ts'
import { hourlyEquivalent } from '../../law/fee.ts'
import { addDays, type LegalDate, monthAndDay, monthName, today } from '../../lib/time.ts'
import type { Project } from '../schema.ts'

/** A choice as the screen offers it. */
export type Offer = { readonly value: string; readonly label: string; readonly note?: string }

const figures = new Intl.NumberFormat('ja-JP')

/** 30,000円 */
export function inYen(amount: number): string {
  return `${figures.format(amount)}円`
}

const HOURS = [5, 10, 15, 20]
const FEES = [30_000, 50_000, 80_000, 100_000]
const MONTHS = [3, 6, 12]
const OPENINGS = [1, 2, 3]
const ANSWER_DAYS = [3, 5, 7, 10, 14]
const LIMITS = [10, 20, 30]
const START_MONTHS = 3
const CLOSING_MONTHS = 3

const RHYTHM: Readonly<Record<number, string>> = {
  5: '週に1時間くらい',
  10: '週に1回、2時間半くらい',
  15: '週に1回、半日くらい',
  20: '週に5時間くらい',
}

export function hoursChoices(hours: number | null): Offer[] {
  return withOwn(HOURS, hours).map((value) => offer(value, `月${value}時間`, RHYTHM[value]))
}

export const PROBONO = 'probono' as const

/** Each fee with what it is for one hour. */
export function feeChoices(project: Pick<Project, 'fee' | 'hours' | 'contractKind'>): Offer[] {
  const own = project.contractKind === 'probono' || project.fee === 0 ? null : project.fee
  const paid = withOwn(FEES, own).map((fee) => {
    const hourly = hourlyEquivalent(fee, project.hours)
    return offer(fee, `月${inYen(fee)}`, hourly === null ? undefined : `1時間あたり${inYen(hourly)}`)
  })
  return [
    ...paid,
    { value: PROBONO, label: 'お礼なしで頼む', note: '交通費などは払えます。時間や場所の指図はできません' },
  ]
}

export const STYLES = [
  { value: 'remote', label: '離れたまま', note: '電話や画面ごしのやりとりだけ' },
  { value: 'visits', label: '来てもらう', note: '月に一度など、会社に来てもらう' },
  { value: 'either', label: 'どちらでも', note: 'ふだんは離れて、ときどき来てもらう' },
] as const satisfies readonly Offer[]

export const STYLE_WORDS = { remote: '離れたまま', visits: '会社に来る', either: '離れたままでもよい' } as const

export function monthsChoices(months: number | null): Offer[] {
  return withOwn(MONTHS, months).map((value) => offer(value, monthsInWords(value)))
}

export function monthsInWords(months: number): string {
  return months % 12 === 0 ? `${months / 12}年` : `${months}か月`
}

export const SOON = 'soon' as const

/** The beginnings of the next months. */
export function startChoices(now: Date, startOn: string | null): Offer[] {
  const first = firstOfMonth(today(now))
  const months = Array.from({ length: START_MONTHS }, (_, n) => dayOfMonth(first, n + 1, 1))
  const days = [...new Set([...(startOn ? [startOn as LegalDate] : []), ...months])].sort()
  return [{ value: SOON, label: '決まりしだい' }, ...days.map((value) => ({ value, label: `${monthName(value)}から` }))]
}

/** The ends of this and the next months; none = until it is closed by hand. */
export function closingChoices(now: Date, closesOn: string | null): Offer[] {
  const first = firstOfMonth(today(now))
  const ends = Array.from({ length: CLOSING_MONTHS }, (_, n) => addDays(dayOfMonth(first, n + 2, 1), -1))
  const days = [...new Set([...(closesOn ? [closesOn as LegalDate] : []), ...ends])].sort()
  return days.map((value) => ({ value, label: `${monthAndDay(value)}まで` }))
}

export function openingsChoices(openings: number): Offer[] {
  return withOwn(OPENINGS, openings).map((value) => offer(value, `${value}人`))
}

export function answerDaysChoices(days: number): Offer[] {
  return withOwn(ANSWER_DAYS, days).map((value) => offer(value, `${value}日以内`))
}

export function limitChoices(limit: number | null): Offer[] {
  return withOwn(LIMITS, limit).map((value) => offer(value, `${value}人で締め切る`))
}

/** How well somebody should know the work. */
export const LEVELS = [
  { value: '1', label: 'これから学ぶ人でもよい' },
  { value: '2', label: 'ひととおりできる人' },
  { value: '3', label: '一人で任せられる人' },
  { value: '4', label: '人に教えられる人' },
] as const satisfies readonly Offer[]

export function levelInWords(level: number): string {
  return LEVELS[level - 1]?.label ?? LEVELS[1].label
}

/** What somebody chose elsewhere stays on offer. */
function withOwn(usual: readonly number[], own: number | null): number[] {
  return own === null || usual.includes(own) ? [...usual] : [...usual, own].sort((a, b) => a - b)
}

function offer(value: number, label: string, note?: string): Offer {
  return note === undefined ? { value: String(value), label } : { value: String(value), label, note }
}
