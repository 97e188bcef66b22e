import { eq } from 'drizzle-orm'
import { SYSTEM, sendLetters } from '../../accounts/actions/mailing.ts'
import { operatorAddresses } from '../../desk/queries.ts'
import { readAs } from '../../lib/db.ts'
import type { JobHandler } from '../../lib/job.ts'
import type { Letter } from '../../lib/mail/letter.ts'
import type { Task } from '../../lib/web/guard.ts'
import {
  answeredLetter,
  approvalLetter,
  chosenLetter,
  paperPhotoLetter,
  paperUnreadableLetter,
} from '../mails/papers.ts'
import { photosToType } from '../queries/paper-photos.ts'
import { projectWithPeople } from '../queries/projects.ts'
import { type Project, paperPhotos } from '../schema.ts'

/** A photo of a filled sheet came: the desk hears of the first one that waits. */
export const tellPaperPhoto: JobHandler = async (deps, { photoId }) => {
  const id = String(photoId)
  const told = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [photo] = await tx
      .select({ projectId: paperPhotos.projectId })
      .from(paperPhotos)
      .where(eq(paperPhotos.id, id))
    const [first] = photo ? await photosToType(tx, photo.projectId) : []
    return first?.id === id ? { projectId: photo!.projectId, people: await operatorAddresses(tx) } : null
  })
  if (!told) return
  const href = `${deps.config.publicUrl}/desk/papers/${told.projectId}/typing`
  await sendLetters(deps, told.people, `paper-photo-${id}`, paperPhotoLetter(href))
}

/** Something of a sheet is the company's to read: to those who may open the page that it stands on. */
const tellCompany =
  (tasks: readonly Task[], page: string, letterOf: (project: Project, href: string) => Letter): JobHandler =>
  async (deps, { projectId, key }) => {
    const id = String(projectId)
    const told = await readAs(deps.db, SYSTEM, null, (tx) => projectWithPeople(tx, id, tasks))
    if (!told) return
    const href = `${deps.config.publicUrl}/companies/${told.project.companyId}/projects/${id}${page}`
    await sendLetters(deps, told.people, String(key), letterOf(told.project, href))
  }

/** Once in an hour: answers to the questions of a draft, and marks beside people. */
export const tellAnswered = tellCompany(['post'], '/draft', answeredLetter)
export const tellApproval = tellCompany(['post'], '', approvalLetter)
export const tellChosen = tellCompany(['choose'], '/proposals', chosenLetter)
/** Nobody could read the photos: others are asked for. */
export const tellUnreadable = tellCompany(['post', 'choose'], '', paperUnreadableLetter)
