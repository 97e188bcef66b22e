import { createHash } from 'node:crypto'
import { checkDigit, hasValidCheckDigit } from './checkdigit.ts'
import type { Secrets } from './secrets.ts'

/** Random, so that an id does not tell when somebody registered. */
export const newId: () => string = () => crypto.randomUUID()

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Could it be an id? The database cannot even be asked for anything else that stands in an address or a form. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}

/** The id that follows from a name, the same for the same one (RFC 9562, version 8). */
export function idNamed(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** 28 signs that nobody takes for one another when they are read out or copied by hand: no 0 O 1 I L U V Q. */
const SIGNS = '23456789ABCDEFGHJKMNPRSTWXYZ'
const CODE_LENGTH = 8
/** Bytes from here on are thrown away, or the first signs would come more often than the last. */
const FAIR = Math.floor(256 / SIGNS.length) * SIGNS.length

/** A short code with which a draft is resumed on another device, from a source of random bytes. */
export function resumeCode(random: (n: number) => Uint8Array): string {
  let code = ''
  while (code.length < CODE_LENGTH) {
    for (const byte of random(CODE_LENGTH)) {
      if (byte < FAIR && code.length < CODE_LENGTH) code += SIGNS[byte % SIGNS.length]
    }
  }
  return code
}

/**
 * The short code that follows from a name, always the same: made from the instance's key, so that a sheet can be shown again
 * although only a hash of its code is stored.
 */
export function keyedCode(secrets: Secrets, name: string, purpose: string): string {
  let turn = 0
  return resumeCode(() => Buffer.from(secrets.hash(`${name}:${turn++}`, purpose), 'base64url'))
}

/** The code in what somebody typed, or null: full width, small letters, spaces and hyphens are understood. */
export function readResumeCode(text: string): string | null {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}ー−]/gu, '')
  return code.length === CODE_LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null
}

/** The number by which people call a thing on the telephone: 1042 → 「1042-7」. */
export function telephoneNumber(n: number): string {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`No number to call a thing by: ${n}`)
  return `${n}-${checkDigit(String(n))}`
}

/** The number in what somebody typed or heard, or null when the check digit does not fit. The hyphen may be missing. */
export function readTelephoneNumber(text: string): number | null {
  const digits = text.normalize('NFKC').replace(/[\s\p{Pd}ー−]/gu, '')
  if (digits.length > 15 || !hasValidCheckDigit(digits)) return null
  return Number(digits.slice(0, -1))
}
