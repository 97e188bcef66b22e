import { z } from 'zod'
import { digitsOf } from '../accounts/rules/spoken.ts'
import { choice, digits, text } from '../lib/input.ts'
import { addDays, endOfDay, today } from '../lib/time.ts'
import { canStillUndo } from '../lib/undo.ts'
import { SCOPES, type Scope } from '../lib/web/guard.ts'
import type { AssistedSession, Entry, Mandate } from './schema.ts'

/** Minutes that a code is good for, how often an organisation may guess in them, and how long a session lasts. */
export const CODE_MINUTES = 10
export const MOST_TRIES = 5
export const SESSION_MINUTES = 30
/** Days within which what was entered can be taken back, and minutes in which nobody publishes what an assistant sent. */
export const ENTRY_DAYS = 7
export const SENT_MINUTES = 30
/** Days that a company has to say no to what stands on a sheet, before anything can be done by it. */
export const SIGNED_DAYS = 3
/** Fields that stand for the whole: it was begun, it was sent. */
export const BEGUN = '_begun'
export const SENT = '_sent'
/** Codes that the desk may have sent to one company in an hour. */
export const MOST_CALLS = 3
const CODE_DIGITS = 6
const MINUTE = 60_000
const DAY = 86_400_000

/** The value that stands for the desk where somebody of a partner or of the desk is chosen. */
export const DESK = 'desk'
export const DESK_NAME = 'めぐりの事務局'

export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  look: '見るだけ',
  draft: '下書きを書くところまで',
  submit: '事務局に送るところまで',
}

export const SCOPE_NOTES: Readonly<Record<Scope, string>> = {
  look: '困りごとと案件を読みます',
  draft: '困りごとと案件の下書きを書きます',
  submit: '書いて、事務局に送ります',
}

/** What nobody does for a company, whatever they were given. */
export const NEVER = '応募した方の名前、やりとり、契約、お返事には、だれもさわれません。'

/** How long a mandate may be given for, in days. */
const LENGTHS = ['31', '92', '183', '365'] as const
export const LENGTH_WORDS: Readonly<Record<(typeof LENGTHS)[number], string>> = {
  31: '1か月',
  92: '3か月',
  183: '半年',
  365: '1年',
}

const scope = choice({ label: '頼むこと', options: SCOPES })
const whom = text({ label: '手伝う人', max: 36 })

export const codeForm = z.object({ whom, scope })
/** For the owner with whom the desk speaks by telephone. */
export const callForm = z.object({ company: text({ label: '会社', max: 36 }), scope })
export const mandateForm = z.object({ whom, scope, days: choice({ label: '期間', options: LENGTHS }) })
export const signedForm = z.object({
  company: text({ label: '会社', max: 36 }),
  scope,
  days: choice({ label: '期間', options: LENGTHS }),
})
export const typedForm = z.object({
  code: digits({ label: '番号', count: CODE_DIGITS, from: '会社の方がお伝えする' }),
})

/** The digits of a code, from its keyed hash. */
export function codeDigits(hash: string): string {
  return digitsOf(hash, CODE_DIGITS)
}

/** 482190 → 「482 190」, as it is read out. */
export function inThrees(code: string): string {
  return code.replace(/(\d{3})(?=\d)/g, '$1 ')
}

/** The end of the last day of so many. */
export function endAfter(days: number, now: Date): Date {
  return endOfDay(addDays(today(now), days))
}

export function after(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * MINUTE)
}

export function afterDays(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY)
}

export type MandateState = 'coming' | 'live' | 'over' | 'revoked'

export function stateOf(
  { startsAt, endsAt, revokedAt }: Pick<Mandate, 'startsAt' | 'endsAt' | 'revokedAt'>,
  now: Date,
): MandateState {
  if (revokedAt) return 'revoked'
  if (endsAt <= now) return 'over'
  return startsAt > now ? 'coming' : 'live'
}

export function canRestore({ revokedAt, endsAt }: Pick<Mandate, 'revokedAt' | 'endsAt'>, now: Date): boolean {
  return endsAt > now && canStillUndo(revokedAt, now)
}

/** The company neither confirmed nor took back what was entered. */
export function isUnsettled({ confirmedAt, undoneAt }: Entry): boolean {
  return confirmedAt === null && undoneAt === null
}

/** Whole minutes that are left, never fewer than one as long as it runs. */
export function minutesLeft({ expiresAt }: Pick<AssistedSession, 'expiresAt'>, now: Date): number {
  return Math.max(1, Math.ceil((expiresAt.getTime() - now.getTime()) / MINUTE))
}

export type Named = {
  readonly familyName: string | null
  readonly accountName: string
  readonly partner: string | null
}

/** 「阿部さん（羽前銀行）」 */
export function assistantName({ familyName, accountName, partner }: Named): string {
  return `${familyName ?? (accountName || '担当')}さん（${partner ?? DESK_NAME}）`
}

const ACT_WORDS: Readonly<Record<string, string>> = {
  'project.drafted': '下書きを作りました',
  'project.saved': '下書きを書きました',
  'project.submitted': '事務局に送りました',
  'worry.told': '困りごとを書きました',
  'worry.reworded': '困りごとの言葉を直しました',
  'worry.answered': '困りごとの質問に答えました',
  'worry.passed': '困りごとの質問をとばしました',
  'node.confirmed': '整理した行を「はい」としました',
  'node.changed': '整理した行を直しました',
  'node.removed': '整理した行を外しました',
  'node.added': '整理に行を足しました',
  'node.retracted': '整理した行をもとにもどしました',
  'company.changed': '会社のことを書きました',
  'photo.sent': '紙の写真をそえました',
  'paper.photo-sent': '紙の写真をそえました',
  'paper.printed': '確かめる紙を出しました',
  'paper.answered': '紙の返事を書き写しました',
}

/** What history says was done, in words; null for what only begins and ends. */
export function actInWords(act: string): string | null {
  return ACT_WORDS[act] ?? null
}
