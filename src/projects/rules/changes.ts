import type { Project } from '../schema.ts'
import { PROBONO, SOON } from './choices.ts'
import { type Answers, UNSURE } from './forms.ts'
import type { UnsureField } from './steps.ts'

/** What a draft holds, apart from its dates. */
export type Content = Pick<
  Project,
  | 'title'
  | 'background'
  | 'goal'
  | 'work'
  | 'excluded'
  | 'industry'
  | 'openings'
  | 'hours'
  | 'fee'
  | 'travelPaid'
  | 'style'
  | 'place'
  | 'prefecture'
  | 'municipality'
  | 'startOn'
  | 'months'
  | 'contractKind'
  | 'ending'
  | 'posterName'
  | 'posterAddress'
  | 'posterContact'
  | 'question1'
  | 'question2'
  | 'answerDays'
  | 'applicationLimit'
  | 'unsure'
  | 'closesOn'
>

const PLAIN = [
  ...(['background', 'title', 'work', 'goal', 'excluded', 'ending', 'place'] as const),
  ...(['posterName', 'posterAddress', 'posterContact', 'question1', 'question2', 'industry'] as const),
] as const

/** The columns that some answered screens change. What was not on the screen stays as it is. */
export function changesFrom(answers: Answers, project: Content): Partial<Content> {
  const set: Partial<Content> = {}
  const unsure = new Set(project.unsure)
  const mark = (field: UnsureField, given: boolean) => (given ? unsure.add(field) : unsure.delete(field))

  for (const field of PLAIN) if (answers[field] !== undefined) set[field] = answers[field] || null
  if (answers.goalUnsure !== undefined) mark('goal', answers.goalUnsure)
  if (answers.hours !== undefined) {
    const hours = answers.hoursOther ?? answers.hours
    mark('hours', hours === UNSURE)
    set.hours = hours === UNSURE ? null : hours
  }
  if (answers.fee !== undefined) Object.assign(set, feeFrom(answers.feeOther ?? answers.fee, mark))
  if (answers.style !== undefined) {
    mark('style', answers.style === UNSURE)
    set.style = answers.style === UNSURE ? null : answers.style
  }
  if (answers.travelPaid !== undefined) set.travelPaid = answers.travelPaid && answers.travelPaid === 'yes'
  if (answers.months !== undefined) {
    mark('months', answers.months === UNSURE)
    set.months = answers.months === UNSURE ? null : answers.months
  }
  if (answers.startOn !== undefined) {
    mark('startOn', answers.startOn === UNSURE)
    set.startOn = answers.startOn === UNSURE || answers.startOn === SOON ? null : answers.startOn
  }
  if (answers.closesOn !== undefined) set.closesOn = answers.closesOn
  if (answers.openings !== undefined) set.openings = answers.openings ?? 1
  if (answers.applicationLimit !== undefined) set.applicationLimit = answers.applicationLimit
  if (answers.answerDays !== undefined) set.answerDays = answers.answerDays ?? project.answerDays
  if (answers.prefecture !== undefined && Number(answers.prefecture) !== project.prefecture) {
    set.prefecture = answers.prefecture ? Number(answers.prefecture) : null
    set.municipality = null
  }
  const moved = set.style !== undefined && set.style !== project.style
  if (moved && (set.place ?? project.place) === project.place && isUsualPlace(project)) {
    set.place = usualPlace(set.style ?? null, set.posterAddress ?? project.posterAddress)
  }
  return { ...set, unsure: [...unsure].sort() }
}

/** Where the work is done, as the law asks for it, when nobody wrote it otherwise. */
export function usualPlace(style: Content['style'], address: string | null): string | null {
  if (style === 'remote') return '自宅など、働く人が選ぶ場所'
  if (!address) return null
  return style === 'visits' ? address : `自宅など、働く人が選ぶ場所。来てもらうときは${address}`
}

/** The draft as the fields of its screens. */
export function valuesOf(project: Content) {
  const unsure = (field: UnsureField, value: string | number | null) =>
    project.unsure.includes(field) ? UNSURE : value
  return {
    ...project,
    unsure: undefined,
    goalUnsure: project.unsure.includes('goal') ? 'on' : '',
    hours: unsure('hours', project.hours),
    fee: unsure('fee', project.contractKind === 'probono' ? PROBONO : project.fee),
    style: unsure('style', project.style),
    travelPaid: project.travelPaid === null ? '' : project.travelPaid ? 'yes' : 'no',
    months: unsure('months', project.months),
    startOn: unsure('startOn', project.startOn ?? SOON),
  }
}

function feeFrom(fee: number | string | null, mark: (field: 'fee', given: boolean) => void): Partial<Content> {
  mark('fee', fee === UNSURE)
  if (fee === PROBONO) return { fee: 0, contractKind: 'probono' }
  return { fee: typeof fee === 'number' ? fee : null, contractKind: 'direct' }
}

function isUsualPlace({ place, posterAddress }: Content): boolean {
  return (
    !place ||
    [null, 'remote', 'visits', 'either'].some((style) => {
      return place === usualPlace(style as Content['style'], posterAddress)
    })
  )
}
