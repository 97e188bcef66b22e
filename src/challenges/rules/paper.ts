import type { Secrets } from '../../lib/secrets.ts'
import { readTimedToken, timedToken } from '../../lib/timed-token.ts'

const QUESTIONS = 'questions of a worry'

/**
 * What the QR code of a sheet with the questions to a worry carries. It opens those that nobody answered yet to whoever holds the
 * paper; nothing of what was told, and nothing else.
 */
export function askedToken(secrets: Secrets, worryId: string, until: Date): string {
  return timedToken(secrets, worryId, until, QUESTIONS)
}

export function readAskedToken(secrets: Secrets, token: string, now: Date): string | null {
  return readTimedToken(secrets, token, QUESTIONS, now)
}
