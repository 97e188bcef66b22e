import { signedIn } from '../../lib/web/guard.ts'
import { post, type Route } from '../../lib/web/route.ts'
import { markInterest, unmarkInterest } from '../actions/interest.ts'
import { approachableProject } from '../queries/standing.ts'

const PATH = '/projects/:projectId/interest'

/** 気になる. */
export const interest: Route[] = [
  post(PATH, signedIn, (call) =>
    call.act(async (act) => {
      const project = await approachableProject(act.tx, call.accountId, call.id('projectId'), call.now)
      await markInterest(act, call.accountId, project)
      return `/projects/${project.id}`
    }),
  ),

  post(`${PATH}/cancellation`, signedIn, (call) =>
    call.act(async (act) => {
      await unmarkInterest(act, call.accountId, call.id('projectId'))
      return `/projects/${call.id('projectId')}`
    }),
  ),
]
