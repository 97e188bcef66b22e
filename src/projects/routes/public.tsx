import { applicantCounts } from '../../applications/queries/applications.ts'
import { answerFigures } from '../../applications/queries/promises.ts'
import { found } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { ProjectList } from '../pages/list.tsx'
import { PublicProject } from '../pages/public.tsx'
import { toldOf } from '../queries/groups.ts'
import { openByPrefecture, openCount, openProjects, PAGE } from '../queries/list.ts'
import { isVerified } from '../queries/poster.ts'
import { codesOf, codesOfAll, publishedProject } from '../queries/projects.ts'
import { filtersFrom } from '../rules/filters.ts'
import { isOpen, projectNumber } from '../rules/state.ts'

/** What everybody may read. */
export const publicRoutes: Route[] = [
  get('/projects', anyone, async (call) => {
    const filters = filtersFrom((name) => call.query(name))
    const list = await call.read(async (tx) => {
      const projects = await openProjects(tx, filters, call.now)
      return {
        projects,
        count: projects[0]?.count ?? (filters.page === 1 ? 0 : await openCount(tx, filters, call.now)),
        byPrefecture: await openByPrefecture(tx, call.now),
        codes: await codesOfAll(
          tx,
          projects.map(({ id }) => id),
        ),
      }
    })
    return call.page(<ProjectList filters={filters} {...list} pages={Math.ceil(list.count / PAGE)} />)
  }),

  get('/projects/:projectId', anyone, async (call) => {
    const { project, codes, verified, applicants } = await call.read(async (tx) => {
      const project = found(await publishedProject(tx, call.id('projectId')))
      return {
        project,
        codes: await codesOf(tx, project.id),
        verified: await isVerified(tx, project.companyId),
        applicants: await applicantCounts(tx, [project.id]),
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
      />
    )
    return call.page(page, { reference: projectNumber(project) })
  }),
]
