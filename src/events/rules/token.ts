import type { Secrets } from '../../lib/secrets.ts'
import { idInLink, linkToken } from '../../lib/web/link-token.ts'

const USE = 'registration'

/** What a letter's link lets its holder do with one registration: see it, take a seat, cancel it, answer about the day. */
export function tokenOf(secrets: Secrets, registrationId: string): string {
  return linkToken(secrets, USE, registrationId)
}

/** The registration that a link was written for; null when we did not write it. */
export function registrationIdIn(secrets: Secrets, token: string): string | null {
  return idInLink(secrets, USE, token)
}
