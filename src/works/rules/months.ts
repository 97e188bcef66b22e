import { z } from 'zod'
import type { Period } from '../../contracts/rules/periods.ts'
import { dayOfMonth, type LegalDate, legalDate, readLegalDate } from '../../law/dates.ts'
import { longText, text, wholeNumber } from '../../lib/input.ts'
import { municipalityName } from '../../lib/regions.ts'
import type { WorkMonth } from '../schema.ts'

export const VISITS = [1, 2, 3] as const

const optional = { required: false } as const
const visitDay = (n: number) => wholeNumber({ label: `${n}回目の日`, min: 1, max: 31, unit: '日', ...optional })
const visitTown = (n: number) => text({ label: `${n}回目の市町村`, max: 5, ...optional })

export const reportForm = z.object({
  month: text({ label: '月', max: 10 }),
  hours: wholeNumber({ label: '時間', min: 0, max: 400, unit: '時間' }),
  done: longText({ label: 'したこと', max: 1000, ...optional }),
  visit1Day: visitDay(1),
  visit1Town: visitTown(1),
  visit2Day: visitDay(2),
  visit2Town: visitTown(2),
  visit3Day: visitDay(3),
  visit3Town: visitTown(3),
})
export type ReportAnswers = z.output<typeof reportForm>

export type VisitMade = { readonly visitedOn: LegalDate; readonly prefecture: number; readonly municipality: string }
export type Report = {
  readonly month: LegalDate
  readonly hours: number
  readonly done: string
  readonly visits: readonly VisitMade[]
}

/** The months of work that can be reported on `today`, as their first days, the newest first. */
export function reportableMonths(period: Period | null, today: LegalDate): LegalDate[] {
  if (!period || today < period.from) return []
  const months: LegalDate[] = []
  const last = period.to < today ? period.to : today
  for (let month = firstDay(period.from); month <= last; month = dayOfMonth(month, 1, 1)) months.unshift(month)
  return months
}

/** The report in the answers, or what has to be mended. */
export function reportOf(
  answers: ReportAnswers,
  months: readonly LegalDate[],
  today: LegalDate,
): { report: Report } | { errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  const month = months.find((one) => one === answers.month)
  if (!month) errors.month = '月を、もう一度選んでください。'
  if (answers.hours > 0 && answers.done.trim() === '') errors.done = 'したことを、ひとこと書いてください。'
  const visits = VISITS.flatMap((n) => {
    const [visited, town] = [answers[`visit${n}Day`], answers[`visit${n}Town`]]
    if (visited === null && town === '') return []
    const visitedOn = month && visited !== null ? dayIn(month, visited) : null
    if (municipalityName(town) === null) errors[`visit${n}Town`] = `${n}回目の市町村を選んでください。`
    else if (!visitedOn || visitedOn > today)
      errors[`visit${n}Day`] = `${n}回目の日を、その月の今日までの日にしてください。`
    else return [{ visitedOn, prefecture: Number(town.slice(0, 2)), municipality: town }]
    return []
  })
  if (!month || Object.keys(errors).length > 0) return { errors }
  return { report: { month, hours: answers.hours, done: answers.done, visits } }
}

export type MonthState = 'unreported' | 'reported' | 'confirmed'
export type MonthAct = 'report' | 'confirm'

export function monthStateOf(month: Pick<WorkMonth, 'confirmedAt'> | null): MonthState {
  if (!month) return 'unreported'
  return month.confirmedAt ? 'confirmed' : 'reported'
}

/** A report may be mended until the company has confirmed it. */
export const MONTH_TRANSITIONS = [
  { act: 'report', from: ['unreported', 'reported'], who: 'talent', to: 'reported' },
  { act: 'confirm', from: ['reported'], who: 'company', to: 'confirmed' },
] as const satisfies readonly { act: MonthAct; from: readonly MonthState[]; who: string; to: MonthState }[]

export function mayReport(state: MonthState): boolean {
  return state !== 'confirmed'
}

/** 2026年12月 */
export function monthName(month: string): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`
}

function firstDay(date: LegalDate): LegalDate {
  return legalDate(`${date.slice(0, 7)}-01`)
}

function dayIn(month: LegalDate, day: number): LegalDate | null {
  return readLegalDate(`${month.slice(0, 8)}${String(day).padStart(2, '0')}`)
}
