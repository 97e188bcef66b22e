import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll } from 'vitest'
import { json } from './endpoint.ts'

const CLIENT = { id: 'meguri', secret: 'a-secret-that-the-two-share-0123' }
type Alg = 'RS256' | 'ES256' | 'HS256' | 'none'
/** What the next token says otherwise than an honest one, and how it is signed. */
type Twist = { claims?: JWTPayload; alg?: Alg; stranger?: boolean; wrongIssuer?: boolean }

/** A service to sign in with, on this machine: discovery, keys, authorization with PKCE, tokens. `now` is its clock. */
export async function openIdServer(now: () => Date) {
  let person: { sub: string; email?: string } = { sub: 'nobody' }
  let twist: Twist = {}
  let silent = false
  const asked = new Map<string, URLSearchParams>()
  const pairs = { RS256: await generateKeyPair('RS256'), ES256: await generateKeyPair('ES256') }
  const stranger = await generateKeyPair('RS256')
  const keys = await Promise.all(
    Object.entries(pairs).map(async ([alg, { publicKey }]) => ({
      ...(await exportJWK(publicKey)),
      ...{ alg, kid: alg, use: 'sig' },
    })),
  )

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, issuer)
    if (silent) return json(response, {}, 503)
    if (pathname === '/.well-known/openid-configuration')
      return json(response, {
        issuer: twist.wrongIssuer ? 'https://elsewhere.example' : issuer,
        ...{ authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
        jwks_uri: `${issuer}/keys`,
      })
    if (pathname === '/keys') return json(response, { keys })
    if (pathname !== '/token') return json(response, {}, 404)
    const form = new URLSearchParams(await bodyOf(request))
    const round = asked.get(form.get('code') ?? '')
    asked.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const honest =
      form.get('client_id') === CLIENT.id &&
      form.get('client_secret') === CLIENT.secret &&
      form.get('grant_type') === 'authorization_code' &&
      form.get('redirect_uri') === round?.get('redirect_uri') &&
      challenge === round?.get('code_challenge')
    if (!honest) return json(response, { error: 'invalid_grant' }, 400)
    json(response, { access_token: 'x', token_type: 'Bearer', id_token: await tokenFor(round) })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function tokenFor(round: URLSearchParams): Promise<string> {
    const at = Math.floor(now().getTime() / 1000)
    const claims = {
      ...{ iss: issuer, aud: CLIENT.id, iat: at, exp: at + 3600, nonce: round.get('nonce'), ...person },
      ...twist.claims,
    }
    const alg = twist.alg ?? 'RS256'
    if (alg === 'none') return new UnsecuredJWT(claims).encode()
    const key = alg === 'HS256' ? new TextEncoder().encode(CLIENT.secret) : pairs[alg].privateKey
    // LINE's own tokens, signed with the secret, name no key.
    const header = alg === 'HS256' ? { alg } : { alg, kid: alg }
    return new SignJWT(claims).setProtectedHeader(header).sign(twist.stranger ? stranger.privateKey : key)
  }

  return {
    issuer,
    client: CLIENT,
    /** Who sits before the service's own sign-in from now on. */
    be(someone: typeof person) {
      person = someone
      twist = {}
    },
    twist(given: Twist) {
      twist = given
    },
    silence(given: boolean) {
      silent = given
    },
    /** Agrees there: the path of ours that the browser is sent back to. */
    agree(address: string): string {
      const params = new URL(address).searchParams
      for (const [name, value] of [
        ['response_type', 'code'],
        ['client_id', CLIENT.id],
        ['code_challenge_method', 'S256'],
      ] as const)
        if (params.get(name) !== value) throw new Error(`${name}=${params.get(name)}`)
      const code = randomUUID()
      asked.set(code, params)
      const back = new URL(params.get('redirect_uri')!)
      return `${back.pathname}?${new URLSearchParams({ code, state: params.get('state')! })}`
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const piece of request) body += piece
  return body
}
