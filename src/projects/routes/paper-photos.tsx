import { needPhoto, PHOTO, PHOTO_RATE } from '../../challenges/rules/photos.ts'
import { asShown } from '../../lib/attachment.ts'
import type { Tx } from '../../lib/db.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, NotThere, TooLate } from '../../lib/web/errors.ts'
import { mayDo, member, orAssisted } from '../../lib/web/guard.ts'
import { pictureAnswer } from '../../lib/web/picture-answer.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { addPaperPhoto, removePaperPhoto, restorePaperPhoto } from '../actions/paper-photos.ts'
import { PhotoOfPaperAgain } from '../pages/paper-photos.tsx'
import { paperPhoto } from '../queries/paper-photos.ts'
import { approvalPaper, livePaper, paperNamed } from '../queries/papers.ts'
import { projectOfCompany } from '../queries/projects.ts'
import { isDraft } from '../rules/paper.ts'
import { type PaperKind, paperForm, TOO_LATE } from '../rules/paper-photos.ts'
import { isOpen } from '../rules/state.ts'
import type { Project } from '../schema.ts'
import { baseOf } from './draft.tsx'

const PHOTOS = '/companies/:companyId/projects/:projectId/photos'

/** Photos of sheets that somebody filled in by hand, to the company and to whoever types for it. */
export const paperPhotoRoutes: Route[] = [
  post(
    PHOTOS,
    orAssisted(member('companyId'), 'draft'),
    async (call) => {
      const form = call.form(paperForm)
      if (!form.ok) throw new NotThere()
      const { sheet } = form.data
      refuseStrangers(call, sheet)
      const photo = needPhoto(await asShown(call.files[PHOTO]))
      const home = homeOf(call, sheet)
      if ('problem' in photo) {
        const again = { action: call.c.req.path, sheet, error: photo.problem, back: home }
        return call.page(<PhotoOfPaperAgain {...again} />, { status: 422 })
      }
      return call.act(async (act) => {
        const project = found(await projectOfCompany(act.tx, call.id('companyId'), call.id('projectId')))
        await addPaperPhoto(act, project, await paperOf(act.tx, project, sheet, act.now), photo.picture)
        return `${home}#photos`
      })
    },
    PHOTO_RATE,
  ),

  get(`${PHOTOS}/:photoId`, orAssisted(member('companyId'), 'draft'), async (call) => {
    const [companyId, projectId] = [call.id('companyId'), call.id('projectId')]
    const photo = found(await call.read((tx) => paperPhoto(tx, projectId, call.id('photoId'), companyId)))
    refuseStrangers(call, await call.read((tx) => kindOf(tx, photo.paperId)))
    return pictureAnswer(call, photo)
  }),

  post(`${PHOTOS}/:photoId/removal`, member('companyId'), async (call) => {
    const of = { id: call.id('projectId'), companyId: call.id('companyId') }
    const photoId = call.id('photoId')
    return call.act(async (act) => {
      const photo = found(await paperPhoto(act.tx, of.id, photoId, of.companyId))
      const sheet = await kindOf(act.tx, photo.paperId)
      refuseStrangers(call, sheet)
      await removePaperPhoto(act, of, photoId)
      const home = homeOf(call, sheet)
      return `${home}${home.includes('?') ? '&' : '?'}photo=${photoId}#photos`
    })
  }),

  post(`${PHOTOS}/:photoId/restoration`, member('companyId'), (call) =>
    call.act(async (act) => {
      const of = { id: call.id('projectId'), companyId: call.id('companyId') }
      const sheet = await kindOf(act.tx, await restorePaperPhoto(act, of, call.id('photoId')))
      refuseStrangers(call, sheet)
      return `${homeOf(call, sheet)}#photos`
    }),
  ),
]

/** Of each sheet its photos are there for whom its page is: one with people on it for those who choose, and for no assistant. */
function refuseStrangers({ who }: Call, sheet: PaperKind): void {
  const isTheirs = sheet === 'proposals' ? !who.assisted && mayDo(who, 'choose') : mayDo(who, 'post')
  if (!isTheirs) throw new NotThere()
}

/** A paper that somebody may not see is one with people on it. */
async function kindOf(tx: Tx, paperId: string | null): Promise<PaperKind> {
  return paperId === null ? 'draft' : ((await paperNamed(tx, paperId))?.kind ?? 'proposals')
}

function homeOf(call: Call, sheet: PaperKind): string {
  const pages = { draft: '/sheet', approval: '/sheet?whole=1', proposals: '/proposals?paper=1' }
  return baseOf(call) + pages[sheet]
}

/** The paper that a photo belongs to, while it can still be typed. */
async function paperOf(tx: Tx, project: Project, sheet: PaperKind, now: Date): Promise<string | null> {
  if (sheet !== 'proposals' && !isDraft(project)) throw new TooLate(TOO_LATE)
  if (sheet === 'draft') return null
  if (sheet === 'approval') return found(await approvalPaper(tx, project.id)).id
  const paper = isOpen(project, now) ? await livePaper(tx, project.id, 'proposals', now) : undefined
  if (!paper) throw new TooLate(TOO_LATE)
  return paper.id
}
