import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import type { Config } from '../../lib/config.ts'
import { type Db, drizzleOver } from '../../lib/db.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { sessionSeconds } from '../rules.ts'
import { type Account, accounts, identities, passkeys, sessions, verifications } from '../schema.ts'

const SCHEMA = {
  user: accounts,
  session: sessions,
  account: identities,
  verification: verifications,
  passkey: passkeys,
}

export type Auth = {
  /** Opens a session for a mail address that was just proven; the account is made when there is none. Set-Cookie values. */
  openSession(email: string): Promise<{ accountId: string; cookies: string[] }>
  /** The account behind a request's cookie. */
  sessionOf(headers: Headers): Promise<{ id: string; email: string; name: string; power: Account['power'] } | null>
  /** Ends the session; Set-Cookie values that clear the cookie. */
  closeSession(headers: Headers): Promise<string[]>
}

type AuthDeps = { config: Config; db: Db; secrets: Secrets; newId: () => string; clock: () => Date }

/**
 * Better Auth as a library behind our own pages: none of its addresses is mounted, so that nothing it may ever add
 * opens a door. Codes live in our own table, bound to the browser that asked.
 */
export function createAuth(deps: AuthDeps): Auth {
  const auth = makeAuth(deps)
  return {
    async openSession(email) {
      const { headers, response } = await auth.api.openSession({ body: { email }, returnHeaders: true })
      return { accountId: response.accountId, cookies: headers.getSetCookie() }
    },
    async sessionOf(headers) {
      if (!headers.get('cookie')) return null
      const found = await auth.api.getSession({ headers })
      if (!found) return null
      const { id, email, name, power, closedAt } = found.user
      return closedAt ? null : { id, email, name, power: power as Account['power'] }
    },
    async closeSession(headers) {
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true })
      return answer.getSetCookie()
    },
  }
}

function makeAuth({ config, db, secrets, newId, clock }: AuthDeps) {
  const secure = config.publicUrl.startsWith('https:')
  return betterAuth({
    baseURL: config.publicUrl,
    secret: secrets.session,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    database: drizzleAdapter(drizzleOver(db, { id: null, power: 'system' }, SCHEMA), {
      provider: 'pg',
      schema: SCHEMA,
    }),
    user: {
      additionalFields: {
        power: { type: 'string', input: false, defaultValue: 'person' },
        closedAt: { type: 'date', input: false, required: false },
      },
    },
    // Absolute: a session is never prolonged, and that of staff is cut short when it is made.
    session: { expiresIn: sessionSeconds('person'), disableSessionRefresh: true },
    advanced: {
      database: { generateId: () => newId() },
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: secure ? '__Host-session' : 'session',
          attributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
    },
    plugins: [provenAddress(clock)],
  })
}

/** The one endpoint of our own: server-only, called after a code was checked. */
function provenAddress(clock: () => Date) {
  return {
    id: 'proven-address',
    endpoints: {
      openSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ email: z.string() }) },
        async (ctx) => {
          const { internalAdapter } = ctx.context
          const email = ctx.body.email.toLowerCase()
          const known = (await internalAdapter.findUserByEmail(email))?.user
          const user =
            known ??
            (await internalAdapter.createUser({ email, emailVerified: true, name: '' }, { method: 'email-otp' }))
          if (known && !known.emailVerified) await internalAdapter.updateUser(known.id, { emailVerified: true })
          const power = (user as { power?: Account['power'] }).power ?? 'person'
          const expiresAt = new Date(clock().getTime() + sessionSeconds(power) * 1000)
          const session = await internalAdapter.createSession(user.id, false, { expiresAt })
          await setSessionCookie(ctx, { session, user })
          return ctx.json({ accountId: user.id })
        },
      ),
    },
  }
}
