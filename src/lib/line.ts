import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Settings } from './config.ts'

/** A LINE official account over the Messaging API. */
export type LineAccount = NonNullable<Settings['lineAccount']>

/** `refused`: asking again would change nothing. Ours or theirs to mend, never the receiver's. */
export type Sent = 'sent' | 'refused'

const TIMEOUT_MS = 10_000
const LINKS = 'https://access.line.me/dialog/bot/accountLink'

/**
 * One text to one person. `retryKey` (a UUID) stays the same over all tries: LINE takes a message once, and answers 409 to the
 * copies (developers.line.biz, "Retry failed API requests"). Throws where another try may help: too many at once (429), a
 * fault of theirs (5xx), no answer.
 */
export async function pushText(account: LineAccount, to: string, text: string, retryKey: string): Promise<Sent> {
  const messages = [{ type: 'text', text }]
  const answer = await call(account, '/v2/bot/message/push', { to, messages }, { 'x-line-retry-key': retryKey })
  return answer.status === 200 || answer.status === 409 ? 'sent' : 'refused'
}

/** An answer to what somebody just wrote; it costs nothing and is possible for about a minute. */
export async function replyText(account: LineAccount, replyToken: string, text: string): Promise<Sent> {
  const answer = await call(account, '/v2/bot/message/reply', { replyToken, messages: [{ type: 'text', text }] })
  return answer.status === 200 ? 'sent' : 'refused'
}

/** What lets this person, and nobody else, join their LINE to an account of ours: good for ten minutes, once. */
export async function linkToken(account: LineAccount, userId: string): Promise<string | null> {
  const answer = await call(account, `/v2/bot/user/${encodeURIComponent(userId)}/linkToken`)
  if (answer.status !== 200) return null
  const { linkToken } = (await answer.json()) as { linkToken?: unknown }
  return typeof linkToken === 'string' ? linkToken : null
}

/** Where LINE joins the two; `nonce` tells whose account it is. */
export function linkAddress(token: string, nonce: string): string {
  return `${LINKS}?${new URLSearchParams({ linkToken: token, nonce })}`
}

/** Was this body written by LINE? Its bytes as they came, signed with the channel's secret. */
export function isFromLine(account: LineAccount, body: Uint8Array, signature: string | undefined): boolean {
  const own = createHmac('sha256', account.secret).update(body).digest()
  const given = Buffer.from(signature ?? '', 'base64')
  return given.length === own.length && timingSafeEqual(given, own)
}

async function call(account: LineAccount, path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await fetch(account.api + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${account.token}`, 'content-type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (answer.status === 429 || answer.status >= 500) throw new Error(`LINE answered ${answer.status}`)
  return answer
}
