import { shownCode } from '../../challenges/rules/forms.ts'
import { needPhoto, PHOTO, PHOTO_RATE } from '../../challenges/rules/photos.ts'
import { companyOf } from '../../companies/queries.ts'
import { asShown } from '../../lib/attachment.ts'
import { today } from '../../lib/time.ts'
import { isLikeTimedToken } from '../../lib/timed-token.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, NotThere, TooLate } from '../../lib/web/errors.ts'
import { anyone, orAssisted, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { afterDays } from '../../mandates/rules.ts'
import { addPaperPhoto } from '../actions/paper-photos.ts'
import { codeOfPaper, keepAnswers, printPaper } from '../actions/papers.ts'
import { Answered, AnswerFromPaper, QuestionPaper } from '../pages/paper.tsx'
import { PhotoOfPaperAgain } from '../pages/paper-photos.tsx'
import { photosOfPaper } from '../queries/paper-photos.ts'
import { livePaper } from '../queries/papers.ts'
import { anyProject, projectOfCompany } from '../queries/projects.ts'
import { readApprovalToken } from '../rules/approval.ts'
import { isDraft, PAPER_DAYS, PAPER_OVER, paperToken, readPaperToken, shortAddress } from '../rules/paper.ts'
import { readAnswers } from '../rules/paper-answers.ts'
import type { Project } from '../schema.ts'
import { approvalAsked, approvalPage, approveFromPaper, keepFromPaper } from './approval.tsx'
import { baseOf } from './draft.tsx'

const SHEET = '/companies/:companyId/projects/:projectId/sheet'
const RATE = { rate: { count: 30, seconds: 600 } }

/** The questions of a draft on paper, and the way back from it. */
export const paperRoutes: Route[] = [
  get(SHEET, orAssisted(tasked('post'), 'draft'), async (call) => {
    const { project, company } = await call.read(async (tx) => ({
      project: found(await projectOfCompany(tx, call.id('companyId'), call.id('projectId'))),
      company: found(await companyOf(tx, call.id('companyId'))),
    }))
    if (!isDraft(project)) return call.go(baseOf(call))
    if (call.query('whole')) return approvalPage(call, project, company.name)
    const paper = call.who.assisted ? undefined : await call.read((tx) => livePaper(tx, project.id, 'draft', call.now))
    // The picture and the number of a sheet are good for the same days.
    const until = paper?.expiresAt ?? afterDays(call.now, PAPER_DAYS)
    const token = paperToken(call.deps.secrets, project.id, until)
    // An assistant's time is over with the session: their sheet is for the pen.
    const url = call.who.assisted ? null : `${call.deps.config.publicUrl}/answers/${token}`
    const short = paper && {
      code: shownCode(codeOfPaper(call.deps.secrets, paper.id)),
      address: shortAddress(call.deps.config.publicUrl),
    }
    const photos = await call.read((tx) => photosOfPaper(tx, project.id, null))
    const beside = { url, until, short, photos, away: call.query('photo') }
    return call.page(<QuestionPaper base={baseOf(call)} project={project} company={company.name} {...beside} />)
  }),

  /** With a number for whoever has no camera: making one is an act. Of one day there is one. */
  post(SHEET, tasked('post'), (call) =>
    call.act(async (act) => {
      const project = found(await projectOfCompany(act.tx, call.id('companyId'), call.id('projectId')))
      if (!isDraft(project)) return baseOf(call)
      const paper = await livePaper(act.tx, project.id, 'draft', act.now)
      if (!paper || today(paper.printedAt) !== today(act.now)) {
        await printPaper(act, { kind: 'draft', companyId: project.companyId, projectId: project.id }, call.deps.secrets)
      }
      return `${baseOf(call)}/sheet`
    }),
  ),

  get('/answers/:token', anyone, async (call) => {
    const approval = readApprovalToken(call.deps.secrets, call.param('token'), call.now)
    if (approval) return approveFromPaper(call, approval)
    const { company } = await asked(call)
    const done = call.query('done')
    if (done) return call.page(<Answered company={company} byPhoto={done === 'photo'} />)
    return call.page(<AnswerFromPaper token={call.param('token')} company={company} />)
  }),

  post(
    '/answers/:token',
    anyone,
    async (call) => {
      const approval = readApprovalToken(call.deps.secrets, call.param('token'), call.now)
      if (approval) return keepFromPaper(call, approval)
      const { project, company } = await asked(call)
      const { given, form } = readAnswers(call.body)
      if (!form.ok) {
        const page = { token: call.param('token'), company, values: form.values, errors: form.errors }
        return call.page(<AnswerFromPaper {...page} />, { status: 422 })
      }
      // Whoever holds the paper answers: nobody in particular, for this company, and only these questions.
      const as = { power: 'system', organisation: project.companyId } as const
      return call.act(async (act) => {
        if (given.length > 0) await keepAnswers({ ...act, actor: null }, project.id, form.data)
        return `/answers/${call.param('token')}?done=1`
      }, as)
    },
    RATE,
  ),

  /** By hand, and the whole sheet in one picture. */
  post(
    '/answers/:token/photos',
    anyone,
    async (call) => {
      const approval = readApprovalToken(call.deps.secrets, call.param('token'), call.now)
      const { project } = approval ? await approvalAsked(call, approval) : await asked(call)
      const photo = needPhoto(await asShown(call.files[PHOTO]))
      const here = `/answers/${call.param('token')}`
      if ('problem' in photo) {
        const again = { action: `${here}/photos`, error: photo.problem, back: here }
        return call.page(<PhotoOfPaperAgain {...again} />, { status: 422 })
      }
      const as = { power: 'system', organisation: project.companyId } as const
      return call.act(async (act) => {
        await addPaperPhoto({ ...act, actor: null }, project, approval, photo.picture)
        return `${here}?done=photo`
      }, as)
    },
    PHOTO_RATE,
  ),
]

/** The draft that the paper is for, as long as it can be answered. */
async function asked(call: Call): Promise<{ project: Project; company: string }> {
  const id = readPaperToken(call.deps.secrets, call.param('token'), call.now)
  if (id === null) {
    if (isLikeTimedToken(call.param('token'))) throw new TooLate(PAPER_OVER)
    throw new NotThere()
  }
  const { project, company } = await call.readAsSystem(async (tx) => {
    const project = found(await anyProject(tx, id))
    return { project, company: found(await companyOf(tx, project.companyId)) }
  })
  if (!isDraft(project) && !call.query('done')) throw new TooLate(PAPER_OVER)
  return { project, company: company.name }
}
