import { record } from '../../history/actions.ts'
import type { Call } from '../../lib/web/call.ts'
import { anyone, signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { markStrong, namePasskey } from '../actions/sessions.ts'
import { removeWay } from '../actions/ways-in.ts'
import { ShowPasskey } from '../pages/passkeys.tsx'
import { type Naming, WaysIn } from '../pages/ways-in.tsx'
import { identitiesOf, passkeysOf } from '../queries.ts'
import { deviceName, passkeyNameForm, serviceLabel } from '../rules/ways-in.ts'
import { safeNext } from '../rules.ts'
import { addingMark } from './ways-in.tsx'

const SYSTEM = { power: 'system' } as const
const OFTEN = { rate: { count: 30, seconds: 600 } }

export const passkeyRoutes: Route[] = [
  get('/sign-in/passkey', signedIn, (call) => show(call, false)),

  post(
    '/sign-in/passkey/options',
    anyone,
    async (call) => call.c.json(await call.house.passkeyOptions(call, 'show')),
    // Asked by every opening of the page where people sign in: a whole office may stand behind one address.
    { rate: { count: 200, seconds: 600 } },
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

  get('/me/passkeys', signedIn, (call) => list(call)),

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
      const name = deviceName(call.c.req.header('user-agent'))
      if (!(await call.house.addPasskey(call, credentialOf(call), name))) return list(call, { failed: true })
      return call.act(async (act) => {
        await markStrong(act, call.sessionId)
        await record(act, 'passkey.added', { kind: 'account', id: call.accountId })
        return call.query('next') ? safeNext(call.query('next')) : '/me/passkeys'
      }, SYSTEM)
    },
    OFTEN,
  ),

  post('/me/passkeys/:passkeyId/name', signedIn, async (call) => {
    const id = call.id('passkeyId')
    const form = call.form(passkeyNameForm)
    if (!form.ok) return list(call, { failed: false, naming: { id, values: form.values, errors: form.errors } })
    return call.act(async (act) => {
      await namePasskey(act, call.accountId, id, form.data.name)
      await record(act, 'passkey.named', { kind: 'account', id: call.accountId })
      return '/me/passkeys'
    }, SYSTEM)
  }),

  post('/me/passkeys/:passkeyId/removal', signedIn, (call) =>
    call.act(async (act) => {
      await removeWay(act, call.accountId, 'passkey', call.id('passkeyId'))
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

async function list(call: Call, { failed = false, naming }: { failed?: boolean; naming?: Naming } = {}) {
  const { providers } = call.house
  const { passkeys, identities } = await call.readAsSystem(async (tx) => ({
    passkeys: await passkeysOf(tx, call.accountId),
    identities: await identitiesOf(tx, call.accountId),
  }))
  const labelOf = (issuer: string) => serviceLabel(providers.find((one) => one.issuer === issuer)?.name ?? '')
  const page = (
    <WaysIn
      email={call.who.account!.email}
      passkeys={passkeys}
      identities={identities.map(({ issuer, ...rest }) => ({ ...rest, label: labelOf(issuer) }))}
      services={providers.map(({ name }) => ({
        label: serviceLabel(name),
        href: `/sign-in/with/${name}?adding=${addingMark(call)}`,
      }))}
      failed={failed}
      naming={naming}
      without={providers.find(({ name }) => name === call.query('without'))?.name}
    />
  )
  return call.page(page, { status: failed || naming ? 422 : 200 })
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
