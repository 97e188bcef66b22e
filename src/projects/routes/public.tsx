import { InterestButton } from '../../applications/pages/interest.tsx'
import { applicantCounts } from '../../applications/queries/applications.ts'
import { isMarked } from '../../applications/queries/interests.ts'
import { answerFigures } from '../../applications/queries/promises.ts'
import { standsApart } from '../../applications/queries/standing.ts'
import type { Tx } from '../../lib/db.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { PublicProject } from '../pages/public.tsx'
import { toldOf } from '../queries/groups.ts'
import { isVerified } from '../queries/poster.ts'
import { codesOf, publishedProject } from '../queries/projects.ts'
import { isOpen, projectNumber } from '../rules/state.ts'
import type { Project } from '../schema.ts'
import { searchRoutes } from './search.tsx'

/** What everybody may read. */
export const publicRoutes: Route[] = [
  ...searchRoutes,

  get('/projects/:projectId', anyone, async (call) => {
    const { project, codes, verified, applicants, approach } = await call.read(async (tx) => {
      const project = found(await publishedProject(tx, call.id('projectId')))
      return {
        project,
        codes: await codesOf(tx, project.id),
        verified: await isVerified(tx, project.companyId),
        applicants: await applicantCounts(tx, [project.id]),
        approach: await approachTo(tx, call, project),
      }
    })
    const open = isOpen(project, call.now)
    // Only sums, the same for everybody: nobody sees all applications of a company.
    const answers = await call.readAsSystem((tx) => answerFigures(tx, project.companyId, call.now))
    const among = project.groupId === null ? null : await call.readAsSystem((tx) => toldOf(tx, project))
    const page = (
      <PublicProject
        project={project}
        codes={codes}
        verified={verified}
        open={open}
        among={among}
        answers={answers}
        applicants={applicants.get(project.id) ?? 0}
        besides={
          (approach?.marked || (approach && open)) && <InterestButton projectId={project.id} marked={approach.marked} />
        }
      />
    )
    return call.page(page, { reference: projectNumber(project) })
  }),
]

/** What this reader may do before applying; null for who works at the company or hides from it. */
async function approachTo(tx: Tx, call: Call, project: Project): Promise<{ marked: boolean } | null> {
  const reader = call.who.account?.id
  if (!reader) return { marked: false }
  return (await standsApart(tx, reader, project.companyId)) ? null : { marked: await isMarked(tx, reader, project.id) }
}
