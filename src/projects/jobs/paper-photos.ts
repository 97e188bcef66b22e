import { eq } from 'drizzle-orm'
import { SYSTEM, sendLetters } from '../../accounts/actions/mailing.ts'
import { addressesOf } from '../../accounts/queries.ts'
import { operatorAddresses } from '../../desk/queries.ts'
import { readAs } from '../../lib/db.ts'
import type { JobHandler } from '../../lib/job.ts'
import { sheetPhotoLetter, sheetUnreadableLetter } from '../mails/read-back.ts'
import { anyProject } from '../queries/entered.ts'
import { photosToType } from '../queries/paper-photos.ts'
import { paperPhotos } from '../schema.ts'

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
  await sendLetters(deps, told.people, `paper-photo-${id}`, sheetPhotoLetter(href))
}

/** Nobody could read the photos of a sheet: the company is asked for others. */
export const tellUnreadable: JobHandler = async (deps, { projectId, key }) => {
  const told = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const project = await anyProject(tx, String(projectId))
    return project && { project, people: await addressesOf(tx, project.companyId, project) }
  })
  if (!told) return
  const { project, people } = told
  const href = `${deps.config.publicUrl}/companies/${project.companyId}/projects/${project.id}`
  await sendLetters(deps, people, String(key), sheetUnreadableLetter(project, href))
}
