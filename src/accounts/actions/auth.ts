import { passkey } from '@better-auth/passkey'
import { APIError, betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Config } from '../../lib/config.ts'
import { type Db, drizzleOver } from '../../lib/db.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { sessionSeconds } from '../rules.ts'
import { accounts, identities, passkeys, sessions, verifications } from '../schema.ts'
import { provenAddress } from './proven-address.ts'

const SYSTEM = { id: null, power: 'system' } as const
const PASSKEY_PATH = '/passkey/verify-authentication'
const SCHEMA = {
  user: accounts,
  session: sessions,
  account: identities,
  verification: verifications,
  passkey: passkeys,
}

export type AuthDeps = { config: Config; db: Db; secrets: Secrets; newId: () => string; clock: () => Date }
export type BetterAuth = ReturnType<typeof configured>

/**
 * Better Auth as a library behind our own pages: none of its addresses is mounted, so that nothing it may ever add
 * opens a door. Codes live in our own table, bound to the browser that asked.
 */
export function configured({ config, db, secrets, newId, clock }: AuthDeps) {
  const url = new URL(config.publicUrl)
  const secure = url.protocol === 'https:'
  const cookie = (name: string) => ({
    name: secure ? `__Host-${name}` : name,
    attributes: { secure, httpOnly: true, sameSite: 'lax' as const, path: '/' },
  })
  return betterAuth({
    baseURL: config.publicUrl,
    secret: secrets.session,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    database: drizzleAdapter(drizzleOver(db, SYSTEM, SCHEMA), { provider: 'pg', schema: SCHEMA }),
    user: {
      additionalFields: {
        power: { type: 'string', input: false, defaultValue: 'person' },
        closedAt: { type: 'date', input: false, required: false },
      },
    },
    session: {
      additionalFields: { strongAt: { type: 'date', input: false, required: false } },
      expiresIn: sessionSeconds('person'),
      // Absolute: a session is never prolonged.
      disableSessionRefresh: true,
      // A passkey may be made on any day of a session: its owner hears of it by letter.
      freshAge: 0,
    },
    databaseHooks: {
      session: {
        create: {
          // From here on our own clock decides how old a session is (see sessionOf).
          before: async (session, context) => ({
            data: { ...session, createdAt: clock(), ...(context?.path === PASSKEY_PATH && { strongAt: clock() }) },
          }),
        },
      },
    },
    advanced: {
      database: { generateId: () => newId() },
      useSecureCookies: false,
      cookies: { session_token: cookie('session'), 'better-auth-passkey': cookie('passkey') },
    },
    plugins: [
      provenAddress(),
      passkey({
        rpID: url.hostname,
        rpName: 'めぐり',
        origin: url.origin,
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        // A passkey that was just made counts as shown (markStrong): the device must have asked for the finger or the face.
        registration: {
          afterVerification: async ({ verification }) => {
            if (!verification.registrationInfo?.userVerified) throw new APIError('UNAUTHORIZED')
          },
        },
        authentication: {
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED')
          },
        },
      }),
    ],
  })
}
