import { ownPath } from '../../accounts/rules.ts'
import type { Act } from '../../lib/act.ts'
import type { Call } from '../../lib/web/call.ts'
import { Refused } from '../../lib/web/errors.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { changeCadence, pauseWatch, removeWatch, resumeWatch, saveWatch } from '../actions/watching.ts'
import { WatchList } from '../pages/list.tsx'
import { watchesOf } from '../queries.ts'
import { cadenceForm } from '../rules/cadence.ts'
import { addressOfWatched, watchedIn, watchedInWords } from '../rules/watched.ts'
import { watchedBy } from './asked.ts'

export const ownRoutes: Route[] = [
  get('/me/watches', signedIn, async (call) => {
    const watches = await call.read((tx) => watchesOf(tx, call.accountId))
    const lines = watches.flatMap(({ watch, companyName }) => {
      const watched = watchedIn(watch.address)
      return watched ? [{ watch, words: watchedInWords(watched, companyName) }] : []
    })
    return call.page(<WatchList lines={lines} done={call.query('done')} />)
  }),

  post('/me/watches', signedIn, async (call) => {
    const watched = await watchedBy(call)
    return call.act(async (act) => {
      await saveWatch(act, call.accountId, watched)
      return ownPath(String(call.body.address)) ?? addressOfWatched(watched)
    })
  }),

  post('/me/watches/:watchId/cadence', signedIn, (call) => {
    const form = call.form(cadenceForm)
    if (!form.ok) throw new Refused(400, 'いつ知らせるかを選んでください。')
    return change(call, 'cadence', (act, own) => changeCadence(act, own, form.data.cadence))
  }),

  post('/me/watches/:watchId/pause', signedIn, (call) => change(call, 'pause', pauseWatch)),
  post('/me/watches/:watchId/resumption', signedIn, (call) => change(call, 'resumption', resumeWatch)),
  post('/me/watches/:watchId/removal', signedIn, (call) => change(call, 'removal', removeWatch)),
]

type Own = { watchId: string; accountId: string }

function change(call: Call, done: string, fn: (act: Act, own: Own) => Promise<void>) {
  const own = { watchId: call.id('watchId'), accountId: call.accountId }
  return call.act(async (act) => {
    await fn(act, own)
    return `/me/watches?done=${done}`
  })
}
