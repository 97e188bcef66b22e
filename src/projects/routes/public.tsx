import { SYSTEM } from '../../accounts/actions/mailing.ts'
import { membershipIn } from '../../accounts/queries.ts'
import { InterestButton } from '../../applications/pages/interest.tsx'
import { applicantCounts } from '../../applications/queries/applications.ts'
import { isMarked } from '../../applications/queries/interests.ts'
import { oddsInWordsOf } from '../../applications/queries/odds.ts'
import { answerFigures } from '../../applications/queries/promises.ts'
import { standsApart } from '../../applications/queries/standing.ts'
import { usualOf } from '../../insights/queries/usual.ts'
import { besideInWords, groupsBeside, hourlyOf } from '../../insights/rules/beside.ts'
import { asActor } from '../../lib/db.ts'
import { isId } from '../../lib/ids.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { programmeCalled } from '../../partners/queries/programmes.ts'
import { noteView } from '../actions/views.ts'
import { PublicProject } from '../pages/public.tsx'
import { Questions, type QuestionsProps } from '../pages/questions.tsx'
import { toldOf } from '../queries/groups.ts'
import { isVerified } from '../queries/poster.ts'
import { codesOf, publishedProject } from '../queries/projects.ts'
import { answeredQuestions, ownQuestions } from '../queries/questions.ts'
import { viewsOf } from '../queries/views.ts'
import { isOpen, projectNumber } from '../rules/state.ts'
import { isLookedAt, openedInWords } from '../rules/views.ts'
import { searchRoutes } from './search.tsx'

/** What everybody may read. */
export const publicRoutes: Route[] = [
  ...searchRoutes,

  get('/projects/:projectId', anyone, (call) => showProject(call)),
]

/** `back`: a question that was not taken. */
export async function showProject(call: Call, back?: QuestionsProps['back']): Promise<Response> {
  const reader = call.who.account?.id ?? null
  const seen = await call.read(async (tx) => {
    const project = found(await publishedProject(tx, call.id('projectId')))
    return {
      project,
      codes: await codesOf(tx, project.id),
      verified: await isVerified(tx, project.companyId),
      applicants: await applicantCounts(tx, [project.id]),
      answered: await answeredQuestions(tx, project.id),
      own: reader ? await ownQuestions(tx, reader, project.id) : [],
      isOwn: reader !== null && (await membershipIn(tx, reader, project.companyId)) !== undefined,
      apart: reader !== null && (await standsApart(tx, reader, project.companyId)),
      marked: reader !== null && (await isMarked(tx, reader, project.id)),
      programme: await programmeCalled(tx, project.programmeId),
      opened: openedInWords(await viewsOf(tx, project.id)),
    }
  })
  const { project, applicants, answered, own, apart, marked, ...posting } = seen
  const open = isOpen(project, call.now)
  const hourly = hourlyOf(project)
  // Only sums, the same for everybody: nobody sees all applications of a company.
  const told = await call.readAsSystem(async (tx) => ({
    answers: await answerFigures(tx, project.companyId, call.now),
    beside:
      open && hourly !== null
        ? besideInWords(hourly, await usualOf(tx, 'hourly', groupsBeside(project, posting.codes[0]?.code)))
        : null,
    odds: open ? await oddsInWordsOf(tx, posting.codes, call.now) : null,
    among: project.groupId === null ? null : await toldOf(tx, project),
  }))
  const asking = !open || apart ? null : reader ? 'here' : 'sign-in'
  const page = (
    <PublicProject
      {...{ ...posting, ...told, project, open }}
      applicants={applicants.get(project.id) ?? 0}
      besides={(marked || (open && !apart)) && <InterestButton projectId={project.id} marked={marked} />}
      questions={<Questions projectId={project.id} {...{ answered, own, asking, back }} />}
      failed={Boolean(back)}
      {...(isId(call.query('event') ?? '') && { event: call.query('event')! })}
    />
  )
  if (!back && isLookedAt((name) => call.c.req.header(name))) {
    await asActor(call.deps.db, SYSTEM, null, (tx) => noteView(tx, project.id))
  }
  return call.page(page, { reference: projectNumber(project), status: back ? 422 : 200 })
}
