import { z } from 'zod'
import { choice, digits, longText, phone, text } from '../../lib/input.ts'

/** Minutes that a code read out or printed by the desk is good for. */
export const SPOKEN_MINUTES = 10
const SPOKEN_DIGITS = 8
/** An address that no mail can ever reach (RFC 2606): it stands for somebody who has none. */
const NOWHERE = '@no-mail.invalid'

export function addressWithoutMail(accountId: string): string {
  return accountId + NOWHERE
}

export function hasMail(email: string): boolean {
  return !email.endsWith(NOWHERE)
}

/**
 * `count` decimal digits from a keyed hash (base64url, 32 bytes): whoever lacks the key cannot tell them from chance.
 * 2²⁵⁶ values over 10ⁿ: none is noticeably likelier than another.
 */
export function digitsOf(hash: string, count: number): string {
  const value = BigInt(`0x${Buffer.from(hash, 'base64url').toString('hex')}`)
  return String(value % 10n ** BigInt(count)).padStart(count, '0')
}

export function spokenDigits(hash: string): string {
  return digitsOf(hash, SPOKEN_DIGITS)
}

/** 48219037 → 「4821-9037」, as it is read out. */
export function inGroups(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1-')
}

export const spokenForm = z.object({
  code: digits({ label: '番号', count: SPOKEN_DIGITS, from: '事務局からお伝えした' }),
})

export const PAPER = 'paper'

/** How somebody without a mail address hears of things; paper needs a place to be sent to. */
export const lettersForm = z
  .object({
    way: choice({ label: 'お知らせの届け方', options: ['phone', PAPER] }),
    address: longText({ label: '住所', max: 200, required: false }),
  })
  .refine(({ way, address }) => way !== PAPER || address, {
    message: '紙で送る先の住所を書いてください。',
    path: ['address'],
  })

/** Somebody without a mail address, as the desk writes it down. */
export const spokenPersonForm = z.object({
  familyName: text({ label: '姓', max: 40 }),
  givenName: text({ label: '名', max: 40 }),
  phone: phone({ label: '電話番号' }),
})
