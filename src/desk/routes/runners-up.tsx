import { isId } from '../../lib/ids.ts'
import { NotThere } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { suggestRunnerUp } from '../actions.ts'
import { RunnersUpNearby } from '../pages/runners-up.tsx'
import { declinedAndNext } from '../queries/next-talks.ts'
import { isOffered, nearbyRunnersUp } from '../queries/runners-up.ts'
import { nextTalksOf } from '../rules/next-talks.ts'

/** The desk's view of runners-up who agreed to be shown to companies nearby. */
export const runnerUpRoutes: Route[] = [
  get('/desk/runners-up', operator, async (call) => {
    const found = await call.read((tx) => nearbyRunnersUp(tx, call.now))
    const next = nextTalksOf(await call.readAsSystem((tx) => declinedAndNext(tx, call.now)))
    return call.page(<RunnersUpNearby {...{ found, next }} />)
  }),

  post('/desk/runners-up', operator, async (call) => {
    const { project, talent } = call.body
    if (!isId(project) || !isId(talent)) throw new NotThere()
    return call.act(async (act) => {
      if (!(await isOffered(act.tx, project, talent, act.now))) throw new NotThere()
      await suggestRunnerUp(act, project, talent)
      return '/desk/runners-up'
    })
  }),
]
