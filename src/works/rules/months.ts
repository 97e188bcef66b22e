import { z } from 'zod'
import type { Period } from '../../contracts/rules/periods.ts'
import { dayOfMonth, endOfMonth, firstOfMonth, type LegalDate, legalDate, readLegalDate } from '../../law/dates.ts'
import { longText, text, together, wholeNumber } from '../../lib/input.ts'
import { municipalityName } from '../../lib/regions.ts'
import { monthAndDay } from '../../lib/time.ts'
import type { WorkMonth } from '../schema.ts'

export const VISITS = [1, 2, 3] as const

const optional = { required: false } as const
const visitDay = (n: number) => wholeNumber({ label: `${n}回目の日`, min: 1, max: 31, unit: '日', ...optional })
const visitTown = (n: number) => text({ label: `${n}回目の市町村`, max: 5, ...optional })
const WHOLE_HOURS = '1時間単位で入れてください（例：3）。'

const FIELDS = z.object({
  month: text({ label: '月', max: 10 }),
  hours: wholeNumber({ label: '時間', min: 0, max: 400, unit: '時間', sentence: WHOLE_HOURS }),
  done: longText({ label: 'したこと', max: 1000, ...optional }),
  visit1Day: visitDay(1),
  visit1Town: visitTown(1),
  visit2Day: visitDay(2),
  visit2Town: visitTown(2),
  visit3Day: visitDay(3),
  visit3Town: visitTown(3),
})
type Answers = z.output<typeof FIELDS>

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
  for (let month = firstOfMonth(period.from); month <= last; month = dayOfMonth(month, 1, 1)) months.unshift(month)
  return months
}

/** The form of a report on one of `months`; `period`: the days on which the contract is worked for. */
export function reportForm(months: readonly LegalDate[], period: Period | null, today: LegalDate) {
  return together(FIELDS, (read, wrong) => {
    const month = months.find((one) => one === read.month)
    if (read.month && !month) wrong('month', '月を、もう一度選んでください。')
    if (read.hours !== 0 && read.done?.trim() === '') wrong('done', 'したことを、ひとこと書いてください。')
    for (const n of VISITS) {
      const [day, town] = [read[`visit${n}Day`], read[`visit${n}Town`]]
      if (day === undefined || town === undefined || (day === null && town === '')) continue
      if (municipalityName(town) === null) wrong(`visit${n}Town`, `${n}回目の市町村を選んでください。`)
      if (!month) continue
      const span = visitable(month, period, today)
      const date = day === null ? null : dayIn(month, day)
      if (!date || date < span.from || date > span.to) wrong(`visit${n}Day`, `${n}回目の日は、${span.words}`)
    }
  }).transform(reportOf)
}

function reportOf(answers: Answers): Report {
  const month = legalDate(answers.month)
  const visits = VISITS.flatMap((n) => {
    const [day, municipality] = [answers[`visit${n}Day`], answers[`visit${n}Town`]]
    const visitedOn = day === null ? null : dayIn(month, day)
    return visitedOn ? [{ visitedOn, prefecture: Number(municipality.slice(0, 2)), municipality }] : []
  })
  return { month, hours: answers.hours, done: answers.done, visits }
}

/** The days of a month that somebody can have gone on: those of the contract, up to today. */
function visitable(month: LegalDate, period: Period | null, today: LegalDate) {
  const last = endOfMonth(month)
  const from = period && period.from > month ? period.from : month
  const ends = period && period.to < last ? period.to : last
  const to = today < ends ? today : ends
  const begin = from === month ? monthAndDay(from) : `契約の始まる${monthAndDay(from)}`
  const end = to === last ? monthAndDay(to) : to === today ? '今日' : `契約の終わる${monthAndDay(to)}`
  return { from, to, words: `${begin}から${end}までの日を選んでください。` }
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

function dayIn(month: LegalDate, day: number): LegalDate | null {
  return readLegalDate(`${month.slice(0, 8)}${String(day).padStart(2, '0')}`)
}
