import { shownCode } from '../../challenges/rules/forms.ts'
import { needPhoto, PHOTO, PHOTO_RATE } from '../../challenges/rules/photos.ts'
import { companyOf } from '../../companies/queries.ts'
import { asShown } from '../../lib/attachment.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, NotThere, TooLate } from '../../lib/web/errors.ts'
import { anyone, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { addPaperPhoto } from '../../projects/actions/paper-photos.ts'
import { codeOfPaper, keepChoices, printPaper } from '../../projects/actions/papers.ts'
import { PhotoOfPaperAgain } from '../../projects/pages/paper-photos.tsx'
import { photosOfPaper } from '../../projects/queries/paper-photos.ts'
import { paperNamed } from '../../projects/queries/papers.ts'
import { anyProject, projectOfCompany } from '../../projects/queries/projects.ts'
import { choiceToken, PAPER_OVER, PEOPLE_ON_PAPER, readChoiceToken, shortAddress } from '../../projects/rules/paper.ts'
import { isOpen, projectNumber } from '../../projects/rules/state.ts'
import type { Paper, Project } from '../../projects/schema.ts'
import { talentsForCompany } from '../../talents/queries/shown.ts'
import { choicesIn, Marked, MarkFromPaper, ProposalPaper } from '../pages/paper.tsx'
import type { Proposed } from '../pages/proposals.tsx'
import { proposalsOf } from '../queries/proposals.ts'

const PROPOSALS = '/companies/:companyId/projects/:projectId/proposals'

/** The people proposed for a project on paper, and the marks that come back from it. */
export const paperRoutes: Route[] = [
  /** Keeps who stands on it: the list is made anew every night, the paper is not. */
  post(`${PROPOSALS}/sheet`, tasked('choose'), (call) => {
    const [companyId, projectId] = [call.id('companyId'), call.id('projectId')]
    return call.act(async (act) => {
      const project = found(await projectOfCompany(act.tx, companyId, projectId))
      const list = (await proposalsOf(act.tx, companyId, projectId)).map(({ talentId }) => talentId)
      const seen = new Set((await talentsForCompany(act.tx, companyId, list)).map(({ id }) => id))
      const people = list.filter((id) => seen.has(id)).slice(0, PEOPLE_ON_PAPER)
      const home = `/companies/${companyId}/projects/${projectId}/proposals`
      if (people.length === 0 || !isOpen(project, act.now)) return home
      await printPaper(act, { kind: 'proposals', companyId, projectId, people }, call.deps.secrets)
      return `${home}?paper=1`
    })
  }),

  get('/choices/:token', anyone, async (call) => {
    const { paper, project, company } = await asked(call)
    const done = call.query('done')
    if (done) return call.page(<Marked company={company} byPhoto={done === 'photo'} />)
    const marked = paper.people.map((_, at) => paper.choices?.[at] ?? 'open')
    const page = { token: call.param('token'), company, project: projectNumber(project), marked }
    return call.page(<MarkFromPaper {...page} />)
  }),

  post(
    '/choices/:token',
    anyone,
    async (call) => {
      const { paper } = await asked(call)
      const given = choicesIn(paper, call.body)
      const as = { power: 'system', organisation: paper.companyId } as const
      return call.act(async (act) => {
        // Whoever holds the paper: nobody in particular.
        await keepChoices({ ...act, actor: null }, paper.id, given)
        return `/choices/${call.param('token')}?done=1`
      }, as)
    },
    { rate: { count: 30, seconds: 600 } },
  ),

  /** Marked by hand, and the whole sheet in one picture. */
  post(
    '/choices/:token/photos',
    anyone,
    async (call) => {
      const { paper, project } = await asked(call)
      const photo = needPhoto(await asShown(call.files[PHOTO]))
      const here = `/choices/${call.param('token')}`
      if ('problem' in photo) {
        const again = { action: `${here}/photos`, error: photo.problem, back: here }
        return call.page(<PhotoOfPaperAgain {...again} />, { status: 422 })
      }
      const as = { power: 'system', organisation: paper.companyId } as const
      return call.act(async (act) => {
        await addPaperPhoto({ ...act, actor: null }, project, paper.id, photo.picture)
        return `${here}?done=photo`
      }, as)
    },
    PHOTO_RATE,
  ),
]

/** The sheet to a token, as long as it can be answered. */
async function asked(call: Call): Promise<{ paper: Paper; project: Project; company: string }> {
  const id = readChoiceToken(call.deps.secrets, call.param('token'))
  if (id === null) throw new NotThere()
  const there = await call.readAsSystem(async (tx) => {
    const paper = await paperNamed(tx, id)
    const project = paper && (await anyProject(tx, paper.projectId))
    return paper && project && { paper, project, company: found(await companyOf(tx, paper.companyId)).name }
  })
  if (!there || there.paper.expiresAt <= call.now || !isOpen(there.project, call.now)) throw new TooLate(PAPER_OVER)
  return there
}

/** The sheet as it was printed, without whoever the company may no longer see. */
export async function paperPage(
  call: Call,
  project: Project,
  paper: Paper,
  proposed: readonly Proposed[],
): Promise<Response> {
  const people = paper.people.flatMap((id, at) => {
    const one = proposed.find(({ card }) => card.id === id)
    return one ? [{ ...one, number: at + 1 }] : []
  })
  const { secrets, config } = call.deps
  const photos = await call.read((tx) => photosOfPaper(tx, project.id, paper.id))
  const url = `${config.publicUrl}/choices/${choiceToken(secrets, paper.id)}`
  const code = shownCode(codeOfPaper(secrets, paper.id))
  return call.page(
    <ProposalPaper
      {...{ project, people, url, code, photos }}
      away={call.query('photo')}
      address={shortAddress(config.publicUrl)}
      until={paper.expiresAt}
    />,
    { reference: projectNumber(project) },
  )
}
