import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { anyone, signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { sayArrival } from '../actions.ts'
import { SignpostPage } from '../pages/signpost.tsx'
import { signpostSeenBy } from '../queries.ts'

export const signpostRoutes: Route[] = [
  get('/signposts/:signpostId', anyone, async (call) => {
    const link = await linkOf(call)
    call.c.header('x-robots-tag', 'noindex')
    return call.page(<SignpostPage {...link} signedIn={call.who.account !== null} />)
  }),

  post('/signposts/:signpostId/use', signedIn, async (call) => {
    const link = await linkOf(call)
    return call.act(async (act) => {
      await sayArrival(act, call.accountId, link)
      return `/signposts/${link.id}`
    })
  }),
]

/** Whoever has the address of a link may read it: only its place is told. */
async function linkOf(call: Call) {
  const reader = call.who.account?.id ?? null
  return found(await call.readAsSystem((tx) => signpostSeenBy(tx, call.id('signpostId'), reader)))
}
