import type { Terms } from '../../law/terms.ts'
import { monthName } from '../../works/rules/months.ts'
import { type Outcome, outcomeOf } from '../../works/rules/reviews.ts'
import type { Review, WorkMonth } from '../../works/schema.ts'

/** What a finished contract left: everything a case is drafted from. */
export type Finished = {
  readonly title: string
  readonly background: string
  readonly goal: string
  readonly work: string
  readonly employees: number | null
  readonly terms: Terms
  readonly wholeMonths: number
  readonly months: readonly Pick<WorkMonth, 'month' | 'hours' | 'done'>[]
  readonly reviews: readonly Review[]
  /** Names that must not stand in a text that may be shown without them. */
  readonly names: readonly (readonly [name: string, instead: string])[]
}

export type CaseText = {
  readonly title: string
  readonly problem: string
  readonly done: string
  readonly result: string
  readonly learned: string
}

export type CaseFacts = {
  readonly outcome: Outcome
  readonly hours: number
  readonly months: number
  readonly fee: number
  readonly size: string | null
}

/** The first text of a case, from what both sides wrote; a person of the desk reads it before anybody else does. */
export function draftText(finished: Finished): CaseText {
  const { months, reviews } = finished
  const [company, talent] = [reviews.find(isBy('company')), reviews.find(isBy('talent'))]
  const reports = [...months]
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .flatMap(({ month, done }) => (done.trim() ? [`・${monthName(month)}：${done.trim()}`] : []))
  const text: CaseText = {
    title: finished.title,
    problem: joined(finished.background, finished.goal && `目標：${finished.goal}`),
    done: joined(finished.work, ...reports),
    result: joined(company && `会社から：${company.result}`, talent && `仕事をした人から：${talent.result}`),
    learned: joined(
      company && `会社に残ったもの：${company.gained}`,
      talent && `仕事をした人が得たもの：${talent.gained}`,
    ),
  }
  const entries = Object.entries(text).map(([name, words]) => [name, withoutNames(words, finished.names)])
  return Object.fromEntries(entries) as CaseText
}

export function draftFacts({ terms, months, wholeMonths, reviews, employees }: Finished): CaseFacts {
  const reported = months.reduce((sum, { hours }) => sum + hours, 0)
  const hours = months.length > 0 ? Math.round(reported / months.length) : (terms.hoursCap ?? 0)
  const span = Math.max(1, wholeMonths)
  return {
    outcome: outcomeOf(reviews),
    hours,
    months: span,
    fee: monthlyFee(terms, hours, span),
    size: sizeBand(employees),
  }
}

const BANDS = [
  [5, '1-5'],
  [20, '6-20'],
  [50, '21-50'],
  [100, '51-100'],
] as const

export const SIZE_WORDS: Readonly<Record<string, string>> = {
  '1-5': '5人以下',
  '6-20': '6〜20人',
  '21-50': '21〜50人',
  '51-100': '51〜100人',
  '101-': '101人以上',
}

/** A band, never the number. */
export function sizeBand(employees: number | null): string | null {
  if (employees === null) return null
  return BANDS.find(([most]) => employees <= most)?.[1] ?? '101-'
}

function monthlyFee({ feeKind, feeYen }: Terms, hours: number, months: number): number {
  if (feeYen === null) return 0
  if (feeKind === 'hourly') return feeYen * hours
  return feeKind === 'total' ? Math.round(feeYen / months) : feeYen
}

/** A name and, for a person, its parts with a title behind them. */
function withoutNames(text: string, names: Finished['names']): string {
  return names.reduce((words, [name, instead]) => (name.trim() ? words.replaceAll(name, instead) : words), text)
}

function joined(...parts: (string | undefined)[]): string {
  return parts.filter((part): part is string => Boolean(part?.trim())).join('\n')
}

function isBy(side: Review['side']) {
  return (review: Review) => review.side === side
}
