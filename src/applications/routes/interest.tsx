import type { Tx } from '../../lib/db.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, NotThere, TooLate } from '../../lib/web/errors.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { post, type Route } from '../../lib/web/route.ts'
import { publishedProject } from '../../projects/queries/projects.ts'
import { isOpen } from '../../projects/rules/state.ts'
import type { Project } from '../../projects/schema.ts'
import { markInterest, unmarkInterest } from '../actions/interest.ts'
import { standsApart } from '../queries/standing.ts'

const PATH = '/projects/:projectId/interest'

/** 気になる. */
export const interest: Route[] = [
  post(PATH, signedIn, (call) =>
    call.act(async (act) => {
      const project = await approachable(act.tx, call)
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

/** The open project of the path. For who works at its company or hides from it, it is not there to be approached. */
export async function approachable(tx: Tx, call: Call): Promise<Project> {
  const project = found(await publishedProject(tx, call.id('projectId')))
  if (await standsApart(tx, call.accountId, project.companyId)) throw new NotThere()
  if (!isOpen(project, call.now))
    throw new TooLate('この案件の募集は終わりました。', { href: '/projects', label: 'ほかの案件を見る' })
  return project
}
