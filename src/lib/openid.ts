import { createHash } from 'node:crypto'
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Settings } from './config.ts'
import type { Log } from './log.ts'

/** What another service says of somebody. The subject is its own number for them, the address is only its word. */
export type Vouched = { readonly issuer: string; readonly subject: string; readonly email: string | null }

/** What one round to the service and back is bound to. */
export type Round = {
  readonly returnTo: string
  readonly state: string
  readonly nonce: string
  /** The secret of RFC 7636: only whoever went can come back. */
  readonly verifier: string
}

/** A service that people may sign in with (OpenID Connect, authorization code with PKCE). */
export type Provider = {
  readonly name: string
  readonly issuer: string
  /** Where the browser is sent; null when the service does not answer. Never throws. */
  addressFor(round: Round): Promise<string | null>
  /** Who came back with this code; null when anything about the answer is not as it has to be. Never throws. */
  vouchFor(code: string, round: Round, now: Date): Promise<Vouched | null>
}

type Settled = Settings['signIn'][number]

const WAIT_MS = 5000
const KEPT_MS = 3_600_000
/** Seconds that the clocks of the two may differ, and that a token may be old when it comes. */
const SKEW = 60
const OLDEST = 600
const MOST_BYTES = 100_000

const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
})
const answer = z.object({ id_token: z.string().max(20_000) })
const said = z.object({ sub: z.string().min(1).max(255), email: z.email().max(254).optional().catch(undefined) })

export function openProviders(settings: Pick<Settings, 'signIn'>, log: Log): Provider[] {
  return settings.signIn.map((one) => openProvider(one, log))
}

function openProvider(settled: Settled, log: Log): Provider {
  const { name, issuer, clientId, clientSecret, scope, algorithms } = settled
  let known: { at: number; found: ReturnType<typeof discovered> } | null = null
  const service = () => {
    if (!known || performance.now() - known.at > KEPT_MS) known = { at: performance.now(), found: discovered(issuer) }
    const { found } = known
    found.catch(() => {
      known = null
    })
    return found
  }
  /** What was said is kept out of the log: only what kind of fault it was. */
  const orNull = <T>(work: Promise<T>): Promise<T | null> =>
    work.catch((error: unknown) => {
      log.warn({ act: error instanceof Error ? error.name : 'unknown' }, 'a service to sign in with did not vouch')
      return null
    })
  return {
    name,
    issuer,
    addressFor: (round) =>
      orNull(
        service().then(({ authorization }) => {
          const to = new URL(authorization)
          const asked = {
            ...{ response_type: 'code', client_id: clientId, redirect_uri: round.returnTo, scope, state: round.state },
            ...{ nonce: round.nonce, code_challenge: challengeOf(round.verifier), code_challenge_method: 'S256' },
          }
          for (const [key, value] of Object.entries(asked)) to.searchParams.set(key, value)
          return to.href
        }),
      ),
    vouchFor: (code, round, now) =>
      orNull(
        service().then(async ({ token, keys }) => {
          const { id_token } = answer.parse(await json(token, { code, ...exchangeOf(settled, round) }))
          const secret = new TextEncoder().encode(clientSecret)
          const { payload } = await jwtVerify(
            id_token,
            (header, jws) => (header.alg === 'HS256' ? Promise.resolve(secret) : keys(header, jws)),
            {
              ...{ issuer, audience: clientId, algorithms: [...algorithms], currentDate: now, clockTolerance: SKEW },
              ...{ requiredClaims: ['sub', 'exp', 'iat', 'nonce'], maxTokenAge: OLDEST },
            },
          )
          if (payload.nonce !== round.nonce || !isFor(payload, clientId)) throw new Error('not for this round')
          const { sub, email } = said.parse(payload)
          return { issuer, subject: sub, email: email?.toLowerCase() ?? null }
        }),
      ),
  }
}

/** A token for several must name the one that asked. */
function isFor(payload: JWTPayload, clientId: string): boolean {
  return payload.azp === undefined ? !Array.isArray(payload.aud) || payload.aud.length === 1 : payload.azp === clientId
}

async function discovered(issuer: string) {
  const told = metadata.parse(await json(`${issuer}/.well-known/openid-configuration`))
  if (told.issuer !== issuer) throw new Error('another issuer')
  const safe = issuer.startsWith('https:') ? /^https:/ : /^https?:/
  const { authorization_endpoint: authorization, token_endpoint: token, jwks_uri } = told
  if (![authorization, token, jwks_uri].every((one) => safe.test(one))) throw new Error('an address without https')
  return { authorization, token, keys: createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: WAIT_MS }) }
}

function exchangeOf({ clientId, clientSecret }: Settled, { returnTo, verifier }: Round) {
  return {
    ...{ grant_type: 'authorization_code', redirect_uri: returnTo, code_verifier: verifier },
    ...{ client_id: clientId, client_secret: clientSecret },
  }
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

async function json(url: string, form?: Readonly<Record<string, string>>): Promise<unknown> {
  const response = await fetch(url, {
    ...{ redirect: 'error', signal: AbortSignal.timeout(WAIT_MS), headers: { accept: 'application/json' } },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  })
  if (!response.ok) throw new Error(String(response.status))
  const text = await response.text()
  if (text.length > MOST_BYTES) throw new Error('too long')
  return JSON.parse(text)
}
