import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { stopWatch } from '../actions/watching.ts'
import { Stopped, StopWatch } from '../pages/stop.tsx'
import { anyWatch } from '../queries.ts'
import { watchIdIn } from '../rules/token.ts'
import { watchedIn, watchedInWords } from '../rules/watched.ts'

export const stopRoutes: Route[] = [
  get('/watches/:token/stop', anyone, async (call) => {
    const id = idIn(call)
    const sender = await call.readAsSystem((tx) => anyWatch(tx, id))
    const watched = sender && !sender.watch.pausedAt && watchedIn(sender.watch.address)
    if (!watched) return call.page(<Stopped forgotten={!sender} />)
    return call.page(<StopWatch token={call.param('token')} words={watchedInWords(watched, sender.companyName)} />)
  }),

  // Mail programs post here by themselves (RFC 8058), without a page of ours: whoever has the letter may. The answer is the
  // page itself, since they follow no redirect.
  post(
    '/watches/:token/stop',
    anyone,
    async (call) => {
      const id = idIn(call)
      const watch = (await call.readAsSystem((tx) => anyWatch(tx, id)))?.watch
      if (watch) await call.write((act) => stopWatch(act, watch), { power: 'system', organisation: null })
      return call.page(<Stopped forgotten={!watch?.accountId} />)
    },
    { fromElsewhere: true, rate: { count: 60, seconds: 600 } },
  ),
]

function idIn(call: Call): string {
  return found(watchIdIn(call.deps.secrets, 'watch-stop', call.param('token')))
}
