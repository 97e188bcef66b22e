import { isId } from '../../lib/ids.ts'
import { NotThere } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { suggestRunnerUp } from '../actions.ts'
import { RunnersUpNearby } from '../pages/runners-up.tsx'
import { isOffered, nearbyRunnersUp } from '../queries/runners-up.ts'

/** The desk's view of runners-up who agreed to be shown to companies nearby. */
export const runnerUpRoutes: Route[] = [
  get('/desk/runners-up', operator, async (call) =>
    call.page(<RunnersUpNearby found={await call.read((tx) => nearbyRunnersUp(tx, call.now))} />),
  ),

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
