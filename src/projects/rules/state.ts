import { telephoneNumber } from '../../lib/ids.ts'
import { today } from '../../lib/time.ts'
import type { Project } from '../schema.ts'

export type State = 'draft' | 'submitted' | 'returned' | 'published' | 'closed' | 'filled' | 'unfilled' | 'withdrawn'

/** The dated facts that a project's state follows from. */
export type Dated = Pick<
  Project,
  'submittedAt' | 'returnedAt' | 'publishedAt' | 'closedAt' | 'filledAt' | 'unfilledAt' | 'withdrawnAt'
>

/** Sending a project again clears `returnedAt`, taking it back clears `submittedAt`: the facts are those that still hold. */
export function stateOf(project: Dated): State {
  if (project.withdrawnAt) return 'withdrawn'
  if (project.filledAt) return 'filled'
  if (project.unfilledAt) return 'unfilled'
  if (project.closedAt) return 'closed'
  if (project.publishedAt) return 'published'
  if (project.returnedAt) return 'returned'
  return project.submittedAt ? 'submitted' : 'draft'
}

export type Who = 'company' | 'operator' | 'system'

export type Transition = {
  /** The name in history. */
  readonly act: string
  readonly from: readonly State[]
  readonly who: readonly Who[]
  /** The state afterwards; 'same' when only the content changes, 'before' when an act is undone. */
  readonly effect: State | 'same' | 'before'
}

/** Everything that can happen to a project that is there. */
export const TRANSITIONS = [
  { act: 'project.saved', from: ['draft', 'returned', 'submitted'], who: ['company'], effect: 'same' },
  { act: 'project.completed', from: ['submitted'], who: ['operator'], effect: 'same' },
  { act: 'project.submitted', from: ['draft', 'returned'], who: ['company'], effect: 'submitted' },
  { act: 'project.recalled', from: ['submitted'], who: ['company'], effect: 'draft' },
  { act: 'project.returned', from: ['submitted'], who: ['operator'], effect: 'returned' },
  { act: 'project.published', from: ['submitted'], who: ['operator'], effect: 'published' },
  { act: 'project.retracted', from: ['published'], who: ['operator'], effect: 'submitted' },
  { act: 'project.closed', from: ['published'], who: ['company', 'system'], effect: 'closed' },
  { act: 'project.reopened', from: ['closed', 'unfilled'], who: ['company'], effect: 'published' },
  { act: 'project.filled', from: ['published', 'closed'], who: ['system'], effect: 'filled' },
  { act: 'project.unfilled', from: ['closed'], who: ['company'], effect: 'unfilled' },
  {
    act: 'project.withdrawn',
    from: ['draft', 'submitted', 'returned', 'published', 'closed'],
    who: ['company'],
    effect: 'withdrawn',
  },
  { act: 'project.restored', from: ['withdrawn'], who: ['company'], effect: 'before' },
] as const satisfies readonly Transition[]

export type ProjectAct = (typeof TRANSITIONS)[number]['act']

export function transitionOf(act: ProjectAct): Transition {
  return TRANSITIONS.find((transition) => transition.act === act)!
}

/** May this be done to a project in this state at all? */
export function canBe(act: ProjectAct, project: Dated): boolean {
  return transitionOf(act).from.includes(stateOf(project))
}

/** Business days in which the desk looks at a project. */
export const REVIEW_DAYS = 2

/** The number by which people call it on the telephone: 案件 1042-7. */
export function projectNumber(project: Pick<Project, 'number'>): string {
  return `案件 ${telephoneNumber(project.number)}`
}

/** May people apply now? Published, and its last day has not passed in Japan. */
export function isOpen(project: Dated & Pick<Project, 'closesOn'>, now: Date): boolean {
  return stateOf(project) === 'published' && (project.closesOn === null || today(now) <= project.closesOn)
}

/** The states as the screen says them. */
export const STATE_WORDS: Readonly<Record<State, string>> = {
  draft: '下書き',
  submitted: '事務局が確認しています',
  returned: '直してほしいところがあります',
  published: '募集中',
  closed: '募集を終えました',
  filled: '決まりました',
  unfilled: '今回は決まりませんでした',
  withdrawn: '取り下げました',
}
