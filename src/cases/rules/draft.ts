import type { Terms } from '../../law/terms.ts'
import { monthName } from '../../lib/time.ts'
import { OUTCOME_WORDS, outcomeOf } from '../../works/rules/reviews.ts'
import type { Review, WorkMonth } from '../../works/schema.ts'
import { roughApplicants } from './figures.ts'
import type { CaseOutcome } from './outcomes.ts'

/** What a finished contract left: everything a case is drafted from. */
export type Finished = {
  readonly title: string
  readonly background: string
  readonly goal: string
  readonly work: string
  readonly employees: number | null
  readonly terms: Terms
  readonly wholeMonths: number
  /** Notice was given: it was over before its last day. */
  readonly endedEarly: boolean
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
  readonly surprised: string
}

export type CaseFacts = {
  readonly outcome: CaseOutcome
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
    surprised: surprisesOf(finished),
  }
  return withoutNames(text, finished.names)
}

/** What was not as agreed, from the figures alone. */
function surprisesOf({ terms, months, reviews, wholeMonths, endedEarly }: Finished): string {
  const worked = usualHours(months)
  const { hoursCap } = terms
  const [company, talent] = [reviews.find(isBy('company')), reviews.find(isBy('talent'))]
  return joined(
    hoursCap && worked !== null && Math.abs(worked - hoursCap) >= hoursCap * NOTED
      ? `月${hoursCap}時間の約束が、じっさいは月${worked}時間ほどでした。`
      : undefined,
    endedEarly ? `約束の日より前に、${Math.max(1, wholeMonths)}か月ほどで終わりました。` : undefined,
    company && talent && company.outcome !== talent.outcome
      ? `会社は「${OUTCOME_WORDS[company.outcome]}」、手伝った人は「${OUTCOME_WORDS[talent.outcome]}」と見ています。`
      : undefined,
  )
}

const NOTED = 0.3

function usualHours(months: Finished['months']): number | null {
  if (months.length === 0) return null
  return Math.round(months.reduce((sum, { hours }) => sum + hours, 0) / months.length)
}

export function draftFacts({ terms, months, wholeMonths, reviews, employees, endedEarly }: Finished): CaseFacts {
  const hours = usualHours(months) ?? terms.hoursCap ?? 0
  const span = Math.max(1, wholeMonths)
  return {
    outcome: endedEarly && outcomeOf(reviews) !== 'reached' ? 'early' : outcomeOf(reviews),
    hours,
    months: span,
    fee: monthlyFee(terms, hours, span),
    size: sizeBand(employees),
  }
}

/** A posting that found nobody, or was taken back. */
export type Unmatched = Pick<Finished, 'title' | 'background' | 'goal' | 'work' | 'names'> & {
  readonly outcome: CaseOutcome
  readonly applicants: number
}

/**
 * The first text of a case of which there is no work to tell. How many days it was open and how many applied are not in it as
 * they were: a case without names would lead to its posting.
 */
export function unmatchedText({ outcome, applicants, ...posted }: Unmatched): CaseText {
  const said = appliedInWords(applicants)
  return withoutNames(
    {
      title: posted.title,
      problem: joined(posted.background, posted.goal && `目標：${posted.goal}`),
      done: posted.work,
      result: `${said}。${outcome === 'unfilled' ? '人は決まりませんでした。' : '募集を取りやめました。'}`,
      learned: '',
      surprised: '',
    },
    posted.names,
  )
}

function appliedInWords(applicants: number): string {
  return applicants === 0 ? 'だれからも応募がありませんでした' : `応募は、${roughApplicants(applicants)}でした`
}

/** As drafts said it once, days and people counted; the database reads it the same. */
export const COUNTED = /^[0-9]+日のあいだ募集し、(だれからも応募がありませんでした|[0-9]+人の応募がありました)/

/** A text of a case without a match, with what was told to the day and the head said as drafts say it today. */
export function saidRoughly(result: string, applicants: number): string {
  return result.replace(COUNTED, appliedInWords(applicants))
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
function withoutNames(text: CaseText, names: Finished['names']): CaseText {
  const mended = (said: string) =>
    names.reduce((words, [name, instead]) => (name.trim() ? words.replaceAll(name, instead) : words), said)
  return Object.fromEntries(Object.entries(text).map(([name, words]) => [name, mended(words)])) as CaseText
}

function joined(...parts: (string | undefined)[]): string {
  return parts.filter((part): part is string => Boolean(part?.trim())).join('\n')
}

function isBy(side: Review['side']) {
  return (review: Review) => review.side === side
}
