import { z } from 'zod'
import type { PartnerLook } from '../../companies/schema.ts'
import { choices } from '../../lib/input.ts'
import { canStillUndo } from '../../lib/undo.ts'
import type { Review } from '../../works/schema.ts'
import type { Partner } from '../schema.ts'

/** What a company may let a partner see of it, besides how far its projects are and since when. */
export const FIELDS = ['titles', 'fee', 'result'] as const
export type Field = (typeof FIELDS)[number]
export const FIELD_WORDS: Readonly<Record<Field, string>> = {
  titles: '案件の題',
  fee: 'お礼の額',
  result: '終わったあとの結果',
}

export const fieldsForm = z.object({ fields: choices({ label: '見せること', options: FIELDS }) })

/** That a partner saw something of a company on a day. */
export type Look = Pick<PartnerLook, 'partnerId' | 'day' | 'field'>
export const LOOK_WORDS: Readonly<Record<Look['field'], string>> = {
  state: '進みぐあいと日付',
  worry: '見てもらうようにお願いした困りごと',
  ...FIELD_WORDS,
}

/** Days of looks that a company is shown. */
export const LOOK_DAYS = 90

/** What a company lets a partner see. */
export type Consent = {
  readonly partnerId: string
  readonly name: string
  readonly kind: Partner['kind']
  readonly phone: string
  readonly consentedAt: Date
  readonly until: Date | null
  readonly revokedAt: Date | null
  readonly fields: readonly string[]
}

/** How far a project is, as a partner sees it: its own states, and after it is filled what became of the contract. */
export type Stage =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'published'
  | 'closed'
  | 'filled'
  | 'unfilled'
  | 'withdrawn'
  | 'working'
  | 'ended'

type Outcome = Review['outcome']

/** Besides number, stage and day only what the company allowed; null what it did not, or what is not there. */
export type SeenProject = {
  readonly number: number
  readonly stage: Stage
  readonly since: Date
  readonly title: string | null
  readonly fee: number | null
  readonly outcome: Outcome | null
}

/** A company that consents, and nothing of its projects but how far they are. */
export type SeenCompany = {
  readonly id: string
  readonly name: string
  readonly prefecture: number
  readonly municipality: string | null
  readonly until: Date | null
  readonly fields: readonly Field[]
  readonly projects: readonly SeenProject[]
}

export const KIND_WORDS: Record<Partner['kind'], string> = {
  municipality: '市町村',
  prefecture: '都道府県',
  bank: '金融機関',
  chamber: '商工会・商工会議所',
  npo: 'NPO',
}

/** Not taken back, and its last day has not come. */
export function isLive({ revokedAt, until }: Pick<Consent, 'revokedAt' | 'until'>, now: Date): boolean {
  return revokedAt === null && (until === null || until > now)
}

/** Just now taken back: one tap brings it back. */
export function canRestore({ revokedAt }: Pick<Consent, 'revokedAt'>, now: Date): boolean {
  return canStillUndo(revokedAt, now)
}
