import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { post, type Route } from '../../lib/web/route.ts'
import { linkProject, unlinkProject } from '../actions/about.ts'
import { toldProjects } from '../queries/about.ts'
import { homeOf } from '../rules/door.ts'
import { eventIn, SIDES } from './host.tsx'

/** Which projects an event is about. */
export const aboutRoutes: Route[] = SIDES.flatMap(({ base, works }) => [
  post(`${base}/:eventId/projects`, works, async (call) => {
    const event = await eventIn(call)
    return call.act(async (act) => {
      const { choices } = await toldProjects(act.tx, event, call.now)
      await linkProject(act, event, found(choices.find(({ id }) => id === call.body.project)).id)
      return homeOf(event)
    })
  }),

  post(`${base}/:eventId/projects/:projectId/removal`, works, async (call: Call) => {
    const event = await eventIn(call)
    return call.act(async (act) => {
      await unlinkProject(act, event, call.id('projectId'))
      return homeOf(event)
    })
  }),
])
