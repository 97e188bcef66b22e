import { addDays, businessDaysAfter, type LegalDate, today } from '../../lib/time.ts'
import { canStillUndo } from '../../lib/undo.ts'
import { FIELD_WORDS, FIELDS } from '../../partners/rules/consent.ts'
import type { Referral } from '../schema.ts'

/** Business days after the consent within which the desk rings for the first time. */
const FIRST_CALL_DAYS = 2
/** Days for which the code of a slip is good: a sheet that is handed over is answered within a week, or made anew. */
const CODE_DAYS = 7
/** Days after which a slip that no company agreed to is deleted with everything on it. */
export const DRAFT_DAYS = 30

export const PURPOSES = ['listen', 'person', 'learn'] as const satisfies readonly Referral['purpose'][]
export const PURPOSE_WORDS: Readonly<Record<Referral['purpose'], string>> = {
  listen: '困りごとを聞いて、整理するため',
  person: '副業・兼業の人をさがす相談のため',
  learn: '事例や使い方を説明するため',
}

export const DROPS = ['unreached', 'not-now', 'other-way', 'unfit'] as const
export const DROP_WORDS: Readonly<Record<(typeof DROPS)[number], string>> = {
  unreached: '連絡がつかない',
  'not-now': 'いまはしないとのこと',
  'other-way': 'ほかの方法で進めるとのこと',
  unfit: 'めぐりでは引き受けられない内容',
}

/** What is written on a slip for the desk: no more than this is passed on. */
export function passedOn({ contact, phone }: Pick<Referral, 'contact' | 'phone'>): string[] {
  return ['会社の名前', ...(contact ? ['担当の方の名前'] : []), ...(phone ? ['電話番号'] : [])]
}

/** What the partner hears back. */
export function heardBack({ back }: Pick<Referral, 'back'>): string[] {
  return [
    'どこまで進んだかと、その日付',
    ...FIELDS.filter((field) => back.includes(field)).map((field) => FIELD_WORDS[field]),
  ]
}

export type State = 'draft' | 'declined' | 'waiting' | 'called' | 'dropped' | 'revoked' | 'expired'
type Dated = Pick<
  Referral,
  'consentedAt' | 'declinedAt' | 'revokedAt' | 'droppedAt' | 'calledAt' | 'until' | 'openedAt'
>

export function stateOf(referral: Dated, day: LegalDate): State {
  const { consentedAt, declinedAt, revokedAt, droppedAt, calledAt, until } = referral
  if (revokedAt) return 'revoked'
  if (declinedAt) return 'declined'
  if (!consentedAt) return 'draft'
  if (until < day) return 'expired'
  if (droppedAt) return 'dropped'
  return calledAt ? 'called' : 'waiting'
}

export type Step = 'agree' | 'sign' | 'decline' | 'revoke' | 'restore' | 'call' | 'drop' | 'withdraw' | 'renew'

/** Who may do what to a referral, and in which state it must be. */
export const TRANSITIONS: Readonly<Record<Step, { from: readonly State[]; by: 'partner' | 'company' | 'desk' }>> = {
  renew: { from: ['draft'], by: 'partner' },
  withdraw: { from: ['draft'], by: 'partner' },
  sign: { from: ['draft'], by: 'partner' },
  agree: { from: ['draft'], by: 'company' },
  decline: { from: ['draft'], by: 'company' },
  revoke: { from: ['waiting', 'called', 'dropped'], by: 'company' },
  restore: { from: ['declined', 'revoked'], by: 'company' },
  call: { from: ['waiting'], by: 'desk' },
  drop: { from: ['waiting', 'called'], by: 'desk' },
}

export function may(step: Step, referral: Dated, day: LegalDate): boolean {
  return TRANSITIONS[step].from.includes(stateOf(referral, day))
}

/** By when the desk rings, after an agreement of this moment. */
export function callDay(consentedAt: Date): LegalDate {
  return businessDaysAfter(today(consentedAt), FIRST_CALL_DAYS)
}

/** The last day on which the code of a slip is good. */
export function codeUntil(madeAt: Date): LegalDate {
  return addDays(today(madeAt), CODE_DAYS)
}

export function isCodeGood({ codeMadeAt }: Pick<Referral, 'codeMadeAt'>, day: LegalDate): boolean {
  return codeMadeAt !== null && day <= codeUntil(codeMadeAt)
}

/** A refusal or revocation that was made just now can be undone. */
export function isUndoable({ declinedAt, revokedAt }: Pick<Referral, 'declinedAt' | 'revokedAt'>, now: Date): boolean {
  return canStillUndo(revokedAt ?? declinedAt, now)
}

/** What a partner still hears of a slip that a company ended, or that ran out. */
export type EndedReferral = {
  readonly number: number
  readonly openedAt: Date
  readonly endedAs: 'revoked' | 'declined' | 'expired'
  readonly endedAt: Date
}

/** A company that waits for the desk's first call; `company` is its own name, once it is here. */
export type WaitingReferral = { readonly referral: Referral; readonly partner: string; readonly company: string | null }
