import { record } from '../../history/actions.ts'
import type { Call } from '../../lib/web/call.ts'
import { anyone, signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { markStrong, removePasskey } from '../actions/sessions.ts'
import { Passkeys, ShowPasskey } from '../pages/passkeys.tsx'
import { passkeysOf } from '../queries.ts'
import { safeNext } from '../rules.ts'

const SYSTEM = { power: 'system' } as const
const OFTEN = { rate: { count: 30, seconds: 600 } }

export const passkeyRoutes: Route[] = [
  get('/sign-in/passkey', signedIn, (call) => show(call, false)),

  post(
    '/sign-in/passkey/options',
    anyone,
    async (call) => call.c.json(await call.house.passkeyOptions(call, 'show')),
    OFTEN,
  ),

  post(
    '/sign-in/passkey',
    anyone,
    async (call) => {
      const opened = await call.house.signInByPasskey(call, credentialOf(call))
      if (opened) return call.go(safeNext(call.query('next')))
      return call.who.account ? show(call, true) : call.go('/sign-in')
    },
    OFTEN,
  ),

  get('/me/passkeys', signedIn, (call) => list(call, false)),

  post(
    '/me/passkeys/options',
    signedIn,
    async (call) => call.c.json(await call.house.passkeyOptions(call, 'add')),
    OFTEN,
  ),

  post(
    '/me/passkeys',
    signedIn,
    async (call) => {
      if (!(await call.house.addPasskey(call, credentialOf(call)))) return list(call, true)
      return call.act(async (act) => {
        await markStrong(act, call.sessionId)
        await record(act, 'passkey.added', { kind: 'account', id: call.accountId })
        return call.query('next') ? safeNext(call.query('next')) : '/me/passkeys'
      }, SYSTEM)
    },
    OFTEN,
  ),

  post('/me/passkeys/:passkeyId/removal', signedIn, (call) =>
    call.act(async (act) => {
      await removePasskey(act, call.accountId, call.id('passkeyId'))
      await record(act, 'passkey.removed', { kind: 'account', id: call.accountId })
      return '/me/passkeys'
    }, SYSTEM),
  ),
]

async function show(call: Call, failed: boolean) {
  const known = await call.readAsSystem((tx) => passkeysOf(tx, call.accountId))
  const next = safeNext(call.query('next'))
  return call.page(<ShowPasskey next={next} known={known.length > 0} failed={failed} />, { status: failed ? 422 : 200 })
}

async function list(call: Call, failed: boolean) {
  const passkeys = await call.readAsSystem((tx) => passkeysOf(tx, call.accountId))
  return call.page(<Passkeys passkeys={passkeys} failed={failed} />, { status: failed ? 422 : 200 })
}

/** What the device answered, as the form carries it; nothing when it is no JSON. */
function credentialOf(call: Call): unknown {
  const text = call.body.credential
  try {
    return typeof text === 'string' ? JSON.parse(text) : null
  } catch {
    return null
  }
}
