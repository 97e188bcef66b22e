import { z } from 'zod'
import { digits, email } from '../lib/input.ts'
import type { Account, Membership } from './schema.ts'

/** Minutes that a code sent by mail is good for. */
export const CODE_MINUTES = 10
export const CODE_TRIES = 5
export const SIGNING_MINUTES = 10
const DAY = 86_400
const SESSION_DAYS = 90
const STAFF_SESSION_HOURS = 12

export const addressForm = z.object({ email: email({ label: 'メールアドレス' }) })

export const codeForm = z.object({ code: digits({ label: '番号', count: 6, from: 'メールに書かれた' }) })

/** How long a session lasts, from its start: absolute, never prolonged. Seconds. */
export function sessionSeconds(power: Account['power']): number {
  return power === 'person' ? SESSION_DAYS * DAY : STAFF_SESSION_HOURS * 3600
}

/** Where somebody may be sent after signing in: a path of our own, or home. */
export function safeNext(next: string | undefined): string {
  return ownPath(next) ?? '/home'
}

/** A path of our own. Browsers drop tabs and line ends out of an address: nothing but printable signs may be in it. */
export function ownPath(next: string | undefined): string | null {
  return next !== undefined && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(next) ? next : null
}

/** a•••@example.jp: enough to see which address it was, too little for somebody looking over a shoulder. */
export function maskedAddress(address: string): string {
  const at = address.indexOf('@')
  return `${address.slice(0, 1)}•••${address.slice(at)}`
}

export function isLive(membership: Pick<Membership, 'until'>): boolean {
  return membership.until === null
}

/** A person's name as it is written. */
export function fullName(person: { familyName: string; givenName: string }): string {
  return `${person.familyName} ${person.givenName}`
}

export const CAST_GROUPS = ['company', 'talent', 'partner', 'desk'] as const
export type CastGroup = (typeof CAST_GROUPS)[number]
/** Where somebody of the demo's cast belongs. */
export type CastSeat = { power: Account['power']; organisation: 'company' | 'partner' | null }

/** Whoever belongs to no organisation and has no power came to help. */
export function castGroup({ power, organisation }: CastSeat): CastGroup {
  return power === 'person' ? (organisation ?? 'talent') : 'desk'
}

/** 「佐藤 茂（68）山形県の肥料会社の社長」 in its two parts; the whole as the name when it is not written so. */
export function castWords(sentence: string): { name: string; role: string } {
  const parts = /^(\S+ [^\s（]+(?:（\d+）)?)\s*(.*)$/u.exec(sentence)
  return { name: parts?.[1] ?? sentence, role: parts?.[2] ?? '' }
}
