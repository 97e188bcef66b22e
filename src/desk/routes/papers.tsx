import { unreadableForm } from '../../challenges/rules/photos.ts'
import { companyOf } from '../../companies/queries.ts'
import type { Tx } from '../../lib/db.ts'
import { parseForm } from '../../lib/input.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { pictureAnswer } from '../../lib/web/picture-answer.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { choicesIn } from '../../matching/pages/paper.tsx'
import { keepApproval } from '../../projects/actions/approval.ts'
import { settlePaperPhotos } from '../../projects/actions/paper-photos.ts'
import { keepAnswers, keepChoices } from '../../projects/actions/papers.ts'
import { paperPhoto, photosToType } from '../../projects/queries/paper-photos.ts'
import { paperNamed } from '../../projects/queries/papers.ts'
import { anyProject } from '../../projects/queries/projects.ts'
import { approvalForm } from '../../projects/rules/approval.ts'
import { readAnswers } from '../../projects/rules/paper-answers.ts'
import { GONE } from '../../projects/rules/paper-photos.ts'
import { TypePaper } from '../pages/papers.tsx'
import { idsIn } from './typing.tsx'

const PAPER = '/desk/papers/:projectId'
const DESK = { href: '/desk', label: '事務局' }

/** Photos of filled sheets: somebody of the desk reads them and types what they say, as whoever holds the paper could. */
export const paperTypingRoutes: Route[] = [
  get(`${PAPER}/typing`, operator, async (call) => {
    const there = await waiting(call)
    return there ? call.page(<TypePaper {...there} />) : call.go('/desk')
  }),

  /** Only while it waits to be typed: nobody of the desk goes through old ones. */
  get(`${PAPER}/photos/:photoId`, operator, async (call) => {
    const [projectId, photoId] = [call.id('projectId'), call.id('photoId')]
    const photo = await call.readAsSystem((tx) => paperPhoto(tx, projectId, photoId))
    return pictureAnswer(call, found(photo?.typedAt === null ? photo : undefined))
  }),

  post(`${PAPER}/typing`, operator, async (call) => {
    const there = await toType(call)
    const { project, paper } = there
    const photos = photosIn(call)
    const as = { power: 'system', organisation: project.companyId } as const
    if (paper?.kind === 'proposals') {
      return call.act(async (act) => {
        await settlePaperPhotos(act, project.id, photos, true)
        await keepChoices(act, paper.id, choicesIn(paper, call.body))
        return '/desk'
      }, as)
    }
    const { photos: _, ...body } = call.body
    if (paper) {
      const said = parseForm(approvalForm, body)
      if (!said.ok)
        return call.page(<TypePaper {...there} values={said.values} errors={said.errors} />, { status: 422 })
      return call.act(async (act) => {
        await settlePaperPhotos(act, project.id, photos, true)
        await keepApproval(act, paper, said.data)
        return '/desk'
      }, as)
    }
    const { given, form } = readAnswers(body)
    if (!form.ok) return call.page(<TypePaper {...there} values={form.values} errors={form.errors} />, { status: 422 })
    return call.act(async (act) => {
      await settlePaperPhotos(act, project.id, photos, true)
      if (given.length > 0) await keepAnswers(act, project.id, form.data)
      return '/desk'
    }, as)
  }),

  post(`${PAPER}/typing/unreadable`, operator, async (call) => {
    const { project } = await toType(call)
    return call.act(
      async (act) => {
        await settlePaperPhotos(act, project.id, photosIn(call), false)
        return '/desk'
      },
      { power: 'system', organisation: project.companyId },
    )
  }),
]

function photosIn(call: Call): string[] {
  const form = unreadableForm.pick({ photos: true }).safeParse(call.body)
  return idsIn(form.success ? form.data.photos : '')
}

async function waiting(call: Call) {
  return call.readAsSystem((tx) => paperOf(tx, call.id('projectId')))
}

async function paperOf(tx: Tx, projectId: string) {
  const photos = await photosToType(tx, projectId)
  const project = photos[0] && (await anyProject(tx, projectId))
  if (!project) return undefined
  const paperId = photos[0]!.paperId
  const paper = paperId ? await paperNamed(tx, paperId) : undefined
  return { project, photos, paper, company: found(await companyOf(tx, project.companyId)).name }
}

async function toType(call: Call) {
  const there = await waiting(call)
  if (!there) throw new TooLate(GONE, DESK)
  return there
}
