import type { Dialogue, DialogueLine } from '../schema.ts'

export type DialogueState = 'waiting' | 'taken' | 'declined' | 'recalled' | 'lapsed' | 'withdrawn'
/** As the partner that handed it reads it. */
export type SeenDialogue = {
  readonly dialogue: Dialogue
  readonly company: string
  readonly lines: readonly DialogueLine[]
}

type Dated = Pick<Dialogue, 'takenAt' | 'declinedAt' | 'recalledAt' | 'lapsedAt' | 'withdrawnAt'>

export function stateOfDialogue(dialogue: Dated): DialogueState {
  const { takenAt, declinedAt, recalledAt, lapsedAt, withdrawnAt } = dialogue
  if (withdrawnAt) return 'withdrawn'
  if (takenAt) return 'taken'
  if (declinedAt) return 'declined'
  return recalledAt ? 'recalled' : lapsedAt ? 'lapsed' : 'waiting'
}

/** Since when it is in this state. */
export function sinceOf(dialogue: Dated & Pick<Dialogue, 'handedAt'>): Date {
  const { withdrawnAt, takenAt, declinedAt, recalledAt, lapsedAt, handedAt } = dialogue
  return withdrawnAt ?? takenAt ?? declinedAt ?? recalledAt ?? lapsedAt ?? handedAt
}

/** What the partner reads of it, and the company. */
export const DIALOGUE_WORDS: Readonly<Record<DialogueState, string>> = {
  waiting: '会社の方が読むのを待っています',
  taken: '会社の方が受け取りました',
  declined: '会社の方は、使わないことにしました',
  recalled: '取り下げました',
  lapsed: 'ひと月のあいだに返事がなく、消えました',
  withdrawn: '会社の方が、受け取りを取り消しました',
}
