import { digitsOf } from '../../accounts/rules/spoken.ts'
import { SIGNING_MINUTES } from '../../accounts/rules.ts'
import type { SigningCall } from '../schema.ts'

export const CALL_DIGITS = 4
export const CALL_TRIES = 5
/** Hours for which the digits are good after the desk opened them. */
export const CALL_HOURS = 24

/** A passkey that was shown a moment ago is more than any code: nothing else is asked then. */
export function isStrongNow(strongAt: Date | null, now: Date): boolean {
  return strongAt !== null && now.getTime() - strongAt.getTime() <= SIGNING_MINUTES * 60_000
}

/** The four digits that the desk reads out, from the keyed hash of the call's id. */
export function callDigits(hash: string): string {
  return digitsOf(hash, CALL_DIGITS)
}

/** Until when digits that were opened at a moment are good. */
export function callEnds(openedAt: Date): Date {
  return new Date(openedAt.getTime() + CALL_HOURS * 3_600_000)
}

type Facts = Pick<SigningCall, 'openedAt' | 'usedAt' | 'attempts'>

/** asked: the desk has still to call. opened: the digits are good. over: used up, guessed too often or too old. */
export function callStateOf(call: Facts, now: Date): 'asked' | 'opened' | 'over' {
  if (call.usedAt || call.attempts >= CALL_TRIES) return 'over'
  if (!call.openedAt) return 'asked'
  return now < callEnds(call.openedAt) ? 'opened' : 'over'
}

/** 0943-00-0202 → 「•••0202」: enough to know which telephone will ring. */
export function maskedPhone(phone: string): string {
  return `•••${phone.replace(/\D/g, '').slice(-4)}`
}
