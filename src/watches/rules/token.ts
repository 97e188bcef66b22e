import type { Secrets } from '../../lib/secrets.ts'
import { idInLink, linkToken } from '../../lib/web/link-token.ts'

/** What a link in a letter lets its holder do with one watch, and nothing else. */
type TokenUse = 'watch-stop' | 'watch-confirm'

export function tokenOf(secrets: Secrets, use: TokenUse, watchId: string): string {
  return linkToken(secrets, use, watchId)
}

/** The watch that a link was written for; null when we did not write it. */
export function watchIdIn(secrets: Secrets, use: TokenUse, token: string): string | null {
  return idInLink(secrets, use, token)
}
