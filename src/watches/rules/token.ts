import type { Secrets } from '../../lib/secrets.ts'
import { sameHash } from '../../lib/web/call.ts'

/** What a link in a letter lets its holder do with one watch, and nothing else. */
type TokenUse = 'watch-stop' | 'watch-confirm'

const SHAPE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/

export function tokenOf(secrets: Secrets, use: TokenUse, watchId: string): string {
  return `${watchId}.${secrets.hash(watchId, use)}`
}

/** The watch that a link was written for; null when we did not write it. */
export function watchIdIn(secrets: Secrets, use: TokenUse, token: string): string | null {
  const [, watchId, hash] = SHAPE.exec(token) ?? []
  return watchId && hash && sameHash(hash, secrets.hash(watchId, use)) ? watchId : null
}
