import { shownCode } from '../../challenges/rules/forms.ts'
import { companyOf } from '../../companies/queries.ts'
import type { Tx } from '../../lib/db.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { orAssisted, tasked } from '../../lib/web/guard.ts'
import { post, type Route } from '../../lib/web/route.ts'
import { keepApproval, printApproval } from '../actions/approval.ts'
import { codeOfPaper } from '../actions/papers.ts'
import { type Approval, ApprovalPaper, ApproveFromPaper } from '../pages/approval.tsx'
import { Answered } from '../pages/paper.tsx'
import { photosOfPaper } from '../queries/paper-photos.ts'
import { approvalPaper, paperNamed } from '../queries/papers.ts'
import { anyProject, codesOf, projectOfCompany } from '../queries/projects.ts'
import { approvalForm, approvalToken, NEWER_PAPER, printOf, typedApprovalForm } from '../rules/approval.ts'
import type { AskedCode } from '../rules/codes.ts'
import { wholeDraft } from '../rules/entered.ts'
import { isDraft, PAPER_OVER, shortAddress } from '../rules/paper.ts'
import { projectNumber } from '../rules/state.ts'
import type { Project } from '../schema.ts'
import { baseOf } from './draft.tsx'

const APPROVAL = '/companies/:companyId/projects/:projectId/approval'
const WRITERS = orAssisted(tasked('post'), 'draft')

/** The whole draft on paper, and what is said to it. Its page is that of the sheets (`?whole=1`). */
export const approvalRoutes: Route[] = [
  post(`${APPROVAL}/paper`, WRITERS, (call) =>
    call.act(async (act) => {
      const project = found(await projectOfCompany(act.tx, call.id('companyId'), call.id('projectId')))
      if (!isDraft(project)) return baseOf(call)
      await printApproval(act, project, call.deps.secrets)
      return `${baseOf(call)}/sheet?whole=1`
    }),
  ),

  post(APPROVAL, WRITERS, async (call) => {
    const project = found(await call.read((tx) => projectOfCompany(tx, call.id('companyId'), call.id('projectId'))))
    const form = call.form(typedApprovalForm)
    if (!form.ok) {
      const { name } = found(await call.read((tx) => companyOf(tx, project.companyId)))
      return approvalPage(call, project, name, form)
    }
    return call.act(async (act) => {
      const paper = found(await approvalPaper(act.tx, project.id))
      // A yes is one to the paper that was on the screen.
      if (form.data.paper !== paper.id)
        throw new TooLate(NEWER_PAPER, { href: `${baseOf(call)}/sheet?whole=1`, label: '紙を見る' })
      await keepApproval(act, paper, form.data)
      return form.data.answer === 'approved' && call.may('submit') ? `${baseOf(call)}/submission` : baseOf(call)
    })
  }),
]

type Own = { readonly project: Project; readonly codes: readonly AskedCode[] }

/** The newest paper with the whole of a draft, and whether the draft still says the same. */
export async function approvalOf(tx: Tx, { project, codes }: Own): Promise<Approval | null> {
  const paper = isDraft(project) ? await approvalPaper(tx, project.id) : undefined
  return paper ? { paper, isCurrent: paper.content === printOf(wholeDraft(project, codes)) } : null
}

type Again = Pick<Parameters<typeof ApprovalPaper>[0], 'values' | 'errors'>

/** The paper that was printed last; without one there is nothing to see. */
export async function approvalPage(call: Call, project: Project, company: string, again?: Again): Promise<Response> {
  const { draft, approval, photos } = await call.read(async (tx) => {
    const own = { project, codes: await codesOf(tx, project.id) }
    const approval = await approvalOf(tx, own)
    const photos = approval ? await photosOfPaper(tx, project.id, approval.paper.id) : []
    return { draft: wholeDraft(project, own.codes), approval, photos }
  })
  if (!approval) return call.go(baseOf(call))
  const { secrets, config } = call.deps
  const { paper, isCurrent } = approval
  // An assistant's time is over with the session: their sheet is for the pen.
  const way = call.who.assisted
    ? null
    : {
        url: `${config.publicUrl}/answers/${approvalToken(secrets, paper)}`,
        code: shownCode(codeOfPaper(secrets, paper.id)),
        address: shortAddress(config.publicUrl),
      }
  const page = { base: baseOf(call), project, company, draft, paper, isCurrent, way, photos, away: call.query('photo') }
  return call.page(<ApprovalPaper {...page} {...again} />, again ? { status: 422 } : undefined)
}

/** From the QR code: whoever holds the paper answers, and sees nothing of the draft. */
export async function approveFromPaper(call: Call, paperId: string): Promise<Response> {
  const { company, project } = await approvalAsked(call, paperId)
  const done = call.query('done')
  const lead = '会社の案件のページに出ます。まだ、どこにも送られていません。'
  if (done) return call.page(<Answered company={company} byPhoto={done === 'photo'} lead={lead} />)
  return call.page(<ApproveFromPaper token={call.param('token')} company={company} project={projectNumber(project)} />)
}

export async function keepFromPaper(call: Call, paperId: string): Promise<Response> {
  const { company, project, paper } = await approvalAsked(call, paperId)
  const form = call.form(approvalForm)
  if (!form.ok) {
    const page = { token: call.param('token'), company, project: projectNumber(project), values: form.values }
    return call.page(<ApproveFromPaper {...page} errors={form.errors} />, { status: 422 })
  }
  const as = { power: 'system', organisation: project.companyId } as const
  return call.act(async (act) => {
    await keepApproval({ ...act, actor: null }, paper, form.data)
    return `/answers/${call.param('token')}?done=1`
  }, as)
}

/** The paper that a token is for, as long as its draft waits for an answer. */
export async function approvalAsked(call: Call, paperId: string) {
  const there = await call.readAsSystem(async (tx) => {
    const paper = found(await paperNamed(tx, paperId))
    const project = found(await anyProject(tx, paper.projectId))
    return { paper, project, company: found(await companyOf(tx, paper.companyId)).name }
  })
  if (!isDraft(there.project) && !call.query('done')) throw new TooLate(PAPER_OVER)
  return there
}
