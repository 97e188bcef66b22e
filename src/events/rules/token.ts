import type { Secrets } from '../../lib/secrets.ts'
import { sameHash } from '../../lib/web/call.ts'

const SHAPE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/
const USE = 'registration'

/** What a letter's link lets its holder do with one registration: see it, take a seat, cancel it, answer about the day. */
export function tokenOf(secrets: Secrets, registrationId: string): string {
  return `${registrationId}.${secrets.hash(registrationId, USE)}`
}

/** The registration that a link was written for; null when we did not write it. */
export function registrationIdIn(secrets: Secrets, token: string): string | null {
  const [, id, hash] = SHAPE.exec(token) ?? []
  return id && hash && sameHash(hash, secrets.hash(id, USE)) ? id : null
}
