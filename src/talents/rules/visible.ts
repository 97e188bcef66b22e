import type { Talent } from '../schema.ts'

type Dates = Pick<Talent, 'publishedAt' | 'hiddenAt' | 'employerAnsweredAt' | 'availability'>

/** draft: was never shown. visible: companies may find it, those it hides from excepted, unless its person only looks. */
export type TalentState = 'draft' | 'visible' | 'hidden' | 'paused'

/** Where a profile stands. Until the employer question is answered it is a draft, whatever else is filled in. */
export function stateOf(talent: Dates): TalentState {
  if (!talent.publishedAt || !talent.employerAnsweredAt) return 'draft'
  if (talent.hiddenAt) return 'hidden'
  return talent.availability === 'pause' ? 'paused' : 'visible'
}

/**
 * May companies see the profile, those it hides from excepted? Whoever only looks is proposed to none and found by none. Its
 * twins in SQL: `visible` in queries, and the policy of the table.
 */
export function isVisible(talent: Dates): boolean {
  return stateOf(talent) === 'visible' && seeks(talent)
}

/** Wants to hear from companies: whoever only looks is not searched for and not written to. */
export function seeks({ availability }: Pick<Talent, 'availability'>): boolean {
  return availability === 'now' || availability === 'talk'
}

export type TalentAct = 'publish' | 'hide' | 'pause' | 'resume'

/** What the person, and nobody else, may do with the whole profile, and when. */
export const TRANSITIONS = [
  { act: 'publish', from: ['draft', 'hidden'], who: 'person', effect: 'publishedAt, no hiddenAt' },
  { act: 'hide', from: ['visible', 'paused'], who: 'person', effect: 'hiddenAt' },
  { act: 'pause', from: ['visible'], who: 'person', effect: "availability = 'pause'" },
  { act: 'resume', from: ['paused'], who: 'person', effect: 'availability as it was' },
] as const satisfies readonly {
  act: TalentAct
  from: readonly TalentState[]
  who: 'person'
  effect: string
}[]

export function canDo(act: TalentAct, state: TalentState): boolean {
  return TRANSITIONS.some((one) => one.act === act && (one.from as readonly TalentState[]).includes(state))
}
