import { record, settleOnce, takeOnce } from '../../history/actions.ts'
import type { Round, Vouched } from '../../lib/openid.ts'
import { type Call, sameHash } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { anyone, signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { introduce, keepIdentity, removeWay } from '../actions/ways-in.ts'
import { accountBehind } from '../queries.ts'
import { ROUND_MINUTES } from '../rules/ways-in.ts'
import { safeNext } from '../rules.ts'

const SYSTEM = { power: 'system' } as const
const OFTEN = { rate: { count: 30, seconds: 600 } }
const COOKIE = 'round'

/** What this browser went to the other service with: sealed in a cookie, so that nobody comes back with another's. */
type Errand = { provider: string; state: string; next: string; accountId: string | null; at: number }

/**
 * To another service and back. Both are links, since a form may not lead elsewhere (form-action 'self'). Nothing here
 * believes an address that the service tells: an account is found by the service's own number for somebody, or by a code.
 */
export const wayInRoutes: Route[] = [
  get(
    '/sign-in/with/:provider',
    anyone,
    async (call) => {
      const provider = providerOf(call)
      const { account } = call.who
      // Only our own page adds a way: a link from elsewhere must not, in a browser where somebody is signed in.
      if (account && !isFromOwnPage(call)) return call.go('/me/passkeys')
      const errand: Errand = {
        ...{ provider: provider.name, state: call.deps.newId(), next: safeNext(call.query('next')) },
        ...{ accountId: account?.id ?? null, at: call.now.getTime() },
      }
      const address = await provider.addressFor(roundOf(call, errand.state))
      if (!address) return without(call, errand.next)
      call.setCookie(COOKIE, call.deps.secrets.seal(JSON.stringify(errand), COOKIE), ROUND_MINUTES * 60)
      return call.go(address)
    },
    OFTEN,
  ),

  get(
    '/sign-in/with/:provider/return',
    anyone,
    async (call) => {
      const provider = providerOf(call)
      const errand = errandOf(call)
      call.setCookie(COOKIE, '', 0)
      const code = call.query('code')
      if (!errand || !code || !fits(call, errand) || !(await isFirst(call, errand)))
        return without(call, errand?.next ?? '/home')
      const vouched = await provider.vouchFor(code, roundOf(call, errand.state), call.now)
      if (!vouched) return without(call, errand.next)
      const known = await call.readAsSystem((tx) => accountBehind(tx, vouched))
      if (errand.accountId) return known ? already(call, known.id) : add(call, vouched)
      if (known) {
        await call.house.signIn(call, known.email)
        return call.go(errand.next)
      }
      const browser = call.browser()
      const id = await call.write((act) => introduce(act, vouched, browser), SYSTEM)
      return call.go(`/sign-in?met=${id}&next=${encodeURIComponent(errand.next)}`)
    },
    OFTEN,
  ),

  post('/me/identities/:identityId/removal', signedIn, (call) =>
    call.act(async (act) => {
      await removeWay(act, call.accountId, 'identity', call.id('identityId'))
      await record(act, 'identity.removed', { kind: 'account', id: call.accountId })
      return '/me/passkeys'
    }, SYSTEM),
  ),
]

/** Shows that a link to another service was made for this session. */
export function addingMark(call: Call): string {
  return call.deps.secrets.hash(call.sessionId, 'adding-a-way-in')
}

function isFromOwnPage(call: Call): boolean {
  const mark = call.query('adding') ?? ''
  return /^[\w-]+$/.test(mark) && sameHash(mark, addingMark(call))
}

function providerOf(call: Call) {
  return found(call.house.providers.find(({ name }) => name === call.param('provider')))
}

/** The secrets of a round follow from its state and our key: nothing of them lies anywhere. */
function roundOf(call: Call, state: string): Round {
  const { secrets, config } = call.deps
  return {
    returnTo: `${config.publicUrl}/sign-in/with/${call.param('provider')}/return`,
    state,
    nonce: secrets.hash(state, 'sign-in-nonce'),
    verifier: secrets.hash(state, 'sign-in-verifier'),
  }
}

function errandOf(call: Call): Errand | null {
  try {
    return JSON.parse(call.deps.secrets.open(call.cookie(COOKIE) ?? '', COOKIE)) as Errand
  } catch {
    return null
  }
}

function fits(call: Call, { provider, state, accountId, at }: Errand): boolean {
  const isFresh = call.now.getTime() - at <= ROUND_MINUTES * 60_000
  const isSame = provider === call.param('provider') && state === call.query('state')
  return isFresh && isSame && accountId === (call.who.account?.id ?? null)
}

/** Somebody comes back once from a round, also where a browser kept the cookie. */
function isFirst(call: Call, { state }: Errand): Promise<boolean> {
  return call.write(async (act) => {
    const key = `round:${state}`
    if (await takeOnce(act, key, call.c.req.path)) return false
    await settleOnce(act, key, '/')
    return true
  }, SYSTEM)
}

function without(call: Call, next: string): Response {
  const page = call.who.account ? '/me/passkeys?' : `/sign-in?next=${encodeURIComponent(next)}&`
  return call.go(`${page}without=${call.param('provider')}`)
}

function already(call: Call, accountId: string): Response {
  if (accountId === call.accountId) return call.go('/me/passkeys')
  throw new TooLate('この入り方は、もう別の登録で使われています。', { href: '/me/passkeys', label: '入り方にもどる' })
}

async function add(call: Call, vouched: Vouched): Promise<Response> {
  return call.act(async (act) => {
    if (await keepIdentity(act, call.accountId, vouched))
      await record(act, 'identity.added', { kind: 'account', id: call.accountId })
    return '/me/passkeys'
  }, SYSTEM)
}
