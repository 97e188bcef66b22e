import { z } from 'zod'
import { choice, longText, text, together } from '../lib/input.ts'
import { canStillUndo } from '../lib/undo.ts'
import { contactsIn } from '../messages/rules/mask.ts'
import type { Scout } from './schema.ts'

/** Scouts a company may send in a week, and a person may get: whoever is wanted by many is not to be buried. */
export const COMPANY_WEEKLY = 10
export const PERSON_WEEKLY = 3
/** Days in which a scout waits for an answer. */
export const SCOUT_DAYS = 14
export const WORDS_MAX = 400
/** Below this the words say nothing of the person they are for. */
const WORDS_MIN = 20

export type ScoutState = 'sent' | 'expired' | 'withdrawn' | 'refused' | 'accepted'

export function stateOf(scout: Scout, now: Date): ScoutState {
  if (scout.acceptedAt) return 'accepted'
  if (scout.refusedAt) return 'refused'
  if (scout.withdrawnAt) return 'withdrawn'
  return now > scout.expiresAt ? 'expired' : 'sent'
}

/** As the company is told: a no that the person keeps for themselves, or may still take back, is as if no answer had come. */
export function stateForCompany(scout: Scout, now: Date): ScoutState {
  const state = stateOf(scout, now)
  if (state !== 'refused') return state
  const isTold = scout.refusalTold !== null && !canUndo(scout, now)
  return isTold ? 'refused' : now > scout.expiresAt ? 'expired' : 'sent'
}

/** May a no still be taken back? The company hears of it no sooner. */
export function canUndo({ refusedAt, expiresAt }: Scout, now: Date): boolean {
  return canStillUndo(refusedAt, now) && now <= expiresAt
}

export const REFUSAL_REASONS = [
  { id: 'busy', name: 'いまは時間がない' },
  { id: 'work', name: '仕事の内容が合わない' },
  { id: 'terms', name: '条件が合わない' },
  { id: 'other', name: 'ほかの理由' },
] as const
const REASONS = REFUSAL_REASONS.map(({ id }) => id) as ['busy', 'work', 'terms', 'other']

/** One's own words to one person. Where to write or call stays covered until the stage that allows it, so it cannot be asked here. */
export const scoutForm = together(
  z.object({
    project: text({ label: '案件', max: 40 }),
    words: longText({ label: 'この方への言葉', max: WORDS_MAX }),
  }),
  ({ words }, wrong) => {
    if (words === undefined || words === '') return
    if (words.length < WORDS_MIN) wrong('words', `なぜこの方に声をかけるのかを、${WORDS_MIN}字より長く書いてください。`)
    const [contact] = contactsIn(words)
    if (contact) {
      wrong('words', `「${contact}」のような連絡先やリンクは書けません。相手が応じると、めぐりの中で話せます。`)
    }
  },
)

/** A no with one tap, or with a reason; `told` is whether the company hears of it. */
export const refusalForm = z.object({ told: choice({ label: '会社に伝えるか', options: ['yes', 'no'] }) })
export const reasonForm = z.object({ reason: choice({ label: '理由', options: REASONS }) })
