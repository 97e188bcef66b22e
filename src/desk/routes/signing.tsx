import { digitsOfCall, openSigningCall } from '../../contracts/actions/signing-calls.ts'
import { signingCallOfDesk } from '../../contracts/queries/signing.ts'
import { callStateOf } from '../../contracts/rules/signing.ts'
import { contractReference } from '../../contracts/rules/state.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { SigningCallPage } from '../pages/signing.tsx'

const PATH = '/desk/signing-calls/:callId'

/** Calls before an agreement: whoever answers at the registered number hears four digits. */
export const signingRoutes: Route[] = [
  get(PATH, operator, async (call) => {
    const seen = await callHere(call)
    const state = callStateOf(seen.call, call.now)
    // Whoever opened them reads them out; nobody else has a reason to see them.
    const isMine = state === 'opened' && seen.call.openedBy === call.accountId
    const digits = isMine ? digitsOfCall(seen.call.id, call.deps.secrets) : null
    return call.page(<SigningCallPage {...seen} state={state} digits={digits} now={call.now} />, {
      reference: contractReference(seen.number),
    })
  }),

  post(`${PATH}/opening`, operator, (call) =>
    call.act(async (act) => {
      const id = call.id('callId')
      await openSigningCall(act, id)
      return `/desk/signing-calls/${id}`
    }),
  ),
]

async function callHere(call: Call) {
  const id = call.id('callId')
  return found(await call.read((tx) => signingCallOfDesk(tx, id)))
}
