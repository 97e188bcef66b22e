import { and, eq } from 'drizzle-orm'
import type { Act } from '../../lib/act.ts'
import { sessionSeconds } from '../rules.ts'
import { type Account, passkeys, sessions } from '../schema.ts'
import { type AuthDeps, type BetterAuth, configured } from './auth.ts'

/** What the browser's part of a passkey ceremony is given, and the cookies that bind it to this browser. */
type Ceremony = { options: unknown; cookies: string[] }

type SignedIn = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly power: Account['power']
  readonly sessionId: string
  /** When a passkey was shown in this session; null when only a code was. */
  readonly strongAt: Date | null
}

/** Sessions and passkeys, in our own words. Lists of cookies are values of Set-Cookie. */
export type Auth = {
  /** Opens a session for a mail address that was just proven; the account is made when there is none. */
  openSession(email: string): Promise<{ accountId: string; cookies: string[] }>
  /** Who is behind a request's cookie. */
  sessionOf(headers: Headers): Promise<SignedIn | null>
  closeSession(headers: Headers): Promise<string[]>
  passkeyToAdd(headers: Headers): Promise<Ceremony>
  passkeyToShow(headers: Headers): Promise<Ceremony>
  /** Keeps a new passkey of the person behind the session; false when it does not prove itself. */
  addPasskey(headers: Headers, credential: unknown, name: string | undefined): Promise<boolean>
  /** A session of the person whose passkey was shown; null when it does not prove itself. */
  openByPasskey(headers: Headers, credential: unknown): Promise<{ accountId: string; cookies: string[] } | null>
}

type Answer = NonNullable<Parameters<BetterAuth['api']['verifyPasskeyAuthentication']>[0]>['body']['response']

export function createAuth(deps: AuthDeps): Auth {
  const { api } = configured(deps)
  const orNull = <T>(promise: Promise<T>): Promise<T | null> => promise.catch(() => null)
  return {
    async openSession(email) {
      const { headers, response } = await api.openSession({ body: { email }, returnHeaders: true })
      return { accountId: response.accountId, cookies: headers.getSetCookie() }
    },
    async sessionOf(headers) {
      if (!headers.get('cookie')) return null
      const found = await api.getSession({ headers })
      if (!found || found.user.closedAt) return null
      const { user, session } = found
      const { id, email, name } = user
      const power = user.power as Account['power']
      const age = deps.clock().getTime() - session.createdAt.getTime()
      if (age > sessionSeconds(power) * 1000) return null
      return { id, email, name, power, sessionId: session.id, strongAt: session.strongAt ?? null }
    },
    async closeSession(headers) {
      return (await api.signOut({ headers, returnHeaders: true })).headers.getSetCookie()
    },
    async passkeyToAdd(headers) {
      const answer = await api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true })
      return { options: answer.response, cookies: answer.headers.getSetCookie() }
    },
    async passkeyToShow(headers) {
      const answer = await api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true })
      return { options: answer.response, cookies: answer.headers.getSetCookie() }
    },
    async addPasskey(headers, credential, name) {
      if (typeof credential !== 'object' || credential === null) return false
      const body = { response: credential, ...(name && { name }) }
      const added = await orNull(api.verifyPasskeyRegistration({ headers, body }))
      return added !== null
    },
    async openByPasskey(headers, credential) {
      if (typeof credential !== 'object' || credential === null) return null
      const body = { response: credential as Answer }
      const opened = await orNull(api.verifyPasskeyAuthentication({ headers, body, returnHeaders: true }))
      return opened && { accountId: opened.response.user.id, cookies: opened.headers.getSetCookie() }
    },
  }
}

/** A passkey that was just added was shown too. */
export async function markStrong(act: Act, sessionId: string): Promise<void> {
  await act.tx.update(sessions).set({ strongAt: act.now }).where(eq(sessions.id, sessionId))
}

export async function namePasskey(act: Act, accountId: string, id: string, name: string): Promise<void> {
  await act.tx
    .update(passkeys)
    .set({ name })
    .where(and(eq(passkeys.id, id), eq(passkeys.userId, accountId)))
}
