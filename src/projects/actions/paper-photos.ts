import { and, count, eq, inArray, isNotNull, isNull, lt, notInArray, or } from 'drizzle-orm'
import { MOST_PHOTOS, PHOTO_BACK_MINUTES, TOO_MANY } from '../../challenges/rules/photos.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { Picture } from '../../lib/picture.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { afterDays } from '../../mandates/rules.ts'
import { onPaper } from '../queries/paper-photos.ts'
import { GONE, PAPER_PHOTOS_KEPT } from '../rules/paper-photos.ts'
import { type Project, paperPhotos, papers, projects } from '../schema.ts'

type Of = Pick<Project, 'id' | 'companyId'>

/** One more photo of a filled sheet; whoever types hears of the first one that waits. */
export async function addPaperPhoto(act: Act, of: Of, paperId: string | null, picture: Picture): Promise<void> {
  await roomForOne(act, of.id, paperId)
  const id = act.newId()
  const { companyId, id: projectId } = of
  await act.tx.insert(paperPhotos).values({ id, companyId, projectId, paperId, ...picture, createdAt: act.now })
  await record(act, 'paper.photo-sent', { kind: 'project', id: projectId }, { photo: id })
  // An assistant types it at once; nobody else need hear of it.
  if (!act.assisted) await act.enqueue('projects.tellPaperPhoto', { photoId: id })
}

/** Nobody sees the photo any more; for a while it can be put back. */
export async function removePaperPhoto(act: Act, { id: projectId, companyId }: Of, photoId: string): Promise<void> {
  const removed = await act.tx
    .update(paperPhotos)
    .set({ removedAt: act.now })
    .where(and(own(photoId, projectId, companyId), isNull(paperPhotos.removedAt)))
    .returning({ id: paperPhotos.id })
  if (removed.length === 0) throw new TooLate('この写真は、もうありません。')
  await record(act, 'paper.photo-removed', { kind: 'project', id: projectId }, { photo: photoId })
}

/** The paper of the photo that is back. */
export async function restorePaperPhoto(act: Act, { id: projectId, companyId }: Of, photoId: string) {
  const [photo] = await act.tx
    .select()
    .from(paperPhotos)
    .where(and(own(photoId, projectId, companyId), isNotNull(paperPhotos.removedAt)))
  const until = photo?.removedAt && photo.removedAt.getTime() + PHOTO_BACK_MINUTES * 60_000
  if (!photo || !until || until < act.now.getTime()) throw new TooLate('この写真は、もう戻せません。')
  await roomForOne(act, projectId, photo.paperId)
  await act.tx.update(paperPhotos).set({ removedAt: null }).where(eq(paperPhotos.id, photoId))
  await record(act, 'paper.photo-restored', { kind: 'project', id: projectId }, { photo: photoId })
  return photo.paperId
}

/** Whoever types for the owner has the photos before them: nobody else need read them once more. */
export async function paperTypedByAssistant(act: Act, projectId: string): Promise<void> {
  if (!act.assisted) return
  await act.tx
    .update(paperPhotos)
    .set({ typedAt: act.now, typedBy: act.actor })
    .where(and(onPaper(projectId, null), isNull(paperPhotos.typedAt)))
}

/** Somebody of the desk read these photos, or could not. */
export async function settlePaperPhotos(act: Act, projectId: string, ids: readonly string[], isRead: boolean) {
  const settled = await act.tx
    .update(paperPhotos)
    .set({ typedAt: act.now, typedBy: act.actor })
    .where(
      and(
        ...[eq(paperPhotos.projectId, projectId), inArray(paperPhotos.id, [...ids])],
        ...[isNull(paperPhotos.typedAt), isNull(paperPhotos.removedAt)],
      ),
    )
    .returning({ id: paperPhotos.id })
  if (settled.length === 0 || settled.length < ids.length) throw new TooLate(GONE, { href: '/desk', label: '事務局' })
  const photos = [...ids]
  await record(act, isRead ? 'paper.typed' : 'paper.unreadable', { kind: 'project', id: projectId }, { photos })
  if (!isRead) await act.enqueue('projects.tellUnreadable', { projectId, key: `unreadable-${ids[0]}` })
}

/** Photos that were taken away for good, and those whose sheet is long over; one of an answer to a whole draft stays with it. */
export async function forgetPaperPhotos(act: Act): Promise<void> {
  const away = new Date(act.now.getTime() - PHOTO_BACK_MINUTES * 60_000)
  const old = afterDays(act.now, -PAPER_PHOTOS_KEPT)
  const answered = act.tx.select({ id: papers.id }).from(papers).where(isNotNull(papers.answer))
  const gone = and(
    lt(paperPhotos.createdAt, old),
    or(isNull(paperPhotos.paperId), notInArray(paperPhotos.paperId, answered)),
  )
  await act.tx.delete(paperPhotos).where(or(lt(paperPhotos.removedAt, away), gone))
}

function own(photoId: string, projectId: string, companyId: string) {
  return and(
    ...[eq(paperPhotos.id, photoId), eq(paperPhotos.projectId, projectId), eq(paperPhotos.companyId, companyId)],
  )
}

/** Holds the project until the end of the act, so that two photos sent at once are counted one after the other. */
async function roomForOne(act: Act, projectId: string, paperId: string | null): Promise<void> {
  await act.tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId)).for('update')
  const [there] = await act.tx.select({ photos: count() }).from(paperPhotos).where(onPaper(projectId, paperId))
  if (there!.photos >= MOST_PHOTOS) throw new TooLate(TOO_MANY)
}
