import { isId } from './ids.ts'
import type { Secrets } from './secrets.ts'
import { sameHash } from './web/call.ts'

const HOUR = 3_600_000
const LETTERS = 32

/** Opens one thing for one purpose to whoever holds it, until a moment; nothing is kept of it. */
export function timedToken(secrets: Secrets, id: string, until: Date, purpose: string): string {
  const said = `${id}.${Math.floor(until.getTime() / HOUR).toString(36)}`
  return `${said}.${signed(secrets, said, purpose)}`
}

/** What a token opens; null for one that we did not make, or whose time is over. */
export function readTimedToken(secrets: Secrets, token: string, purpose: string, now: Date): string | null {
  const [id = '', until = '', signature = ''] = token.split('.')
  if (!isId(id) || !sameHash(signature, signed(secrets, `${id}.${until}`, purpose))) return null
  return Number.parseInt(until, 36) * HOUR > now.getTime() ? id : null
}

/** Has it the shape of one? Whoever brings an old one is told so. */
export function isLikeTimedToken(token: string): boolean {
  return token.split('.').length === 3
}

function signed(secrets: Secrets, said: string, purpose: string): string {
  return secrets.hash(said, purpose).slice(0, LETTERS)
}
