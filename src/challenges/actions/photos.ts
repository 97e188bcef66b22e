import { and, count, eq, exists, inArray, isNull, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { Picture } from '../../lib/picture.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { isAway, isThere } from '../queries/photos.ts'
import { seenBy, type Viewer } from '../queries.ts'
import { MOST_PHOTOS, PHOTO_BACK_MINUTES, TOO_MANY } from '../rules/photos.ts'
import { worries, worryPhotos } from '../schema.ts'
import { wayBack } from './lines.ts'
import { saveTrees, type Told } from './writing.ts'

/** One more photo of notes: it waits for somebody of the desk to type it. Its id. */
export async function addPhoto(act: Act, viewer: Viewer, worryId: string, picture: Picture): Promise<string> {
  await roomForOne(act, viewer, worryId)
  return keepPhoto(act, worryId, picture)
}

/** The same of a filled sheet, from whoever holds it. */
export async function addPhotoFromPaper(act: Act, worryId: string, picture: Picture): Promise<void> {
  await roomForOne(act, null, worryId)
  await keepPhoto(act, worryId, picture)
}

async function keepPhoto(act: Act, worryId: string, picture: Picture): Promise<string> {
  const id = act.newId()
  await act.tx.insert(worryPhotos).values({ id, worryId, ...picture, createdAt: act.now })
  await record(act, 'photo.sent', { kind: 'worry-photo', id }, { worry: worryId })
  return id
}

/** Nobody sees the photo any more; for a while it can be put back, then it is gone for good. What was typed from it stays. */
export async function removePhoto(act: Act, viewer: Viewer, worryId: string, photoId: string): Promise<void> {
  const own = act.tx
    .select({ is: worries.id })
    .from(worries)
    .where(and(eq(worries.id, worryId), seenBy(act.tx, viewer, 'write')))
  const removed = await act.tx
    .update(worryPhotos)
    .set({ removedAt: act.now })
    .where(and(eq(worryPhotos.id, photoId), eq(worryPhotos.worryId, worryId), isThere, exists(own)))
    .returning({ id: worryPhotos.id })
  if (removed.length === 0) throw new TooLate('この写真は、もうありません。', wayBack(viewer, worryId))
  await record(act, 'photo.removed', { kind: 'worry-photo', id: photoId }, { worry: worryId })
  const startAfter = new Date(act.now.getTime() + PHOTO_BACK_MINUTES * 60_000)
  await act.enqueue('challenges.dropPhoto', { photoId }, { startAfter })
}

/** Puts a photo back that was just taken away. It gets a new id, so that what waits to drop the old one finds nothing. */
export async function restorePhoto(act: Act, viewer: Viewer, worryId: string, photoId: string): Promise<void> {
  await roomForOne(act, viewer, worryId)
  const id = act.newId()
  const back = await act.tx
    .update(worryPhotos)
    .set({ id, removedAt: null })
    .where(and(eq(worryPhotos.id, photoId), eq(worryPhotos.worryId, worryId), isAway))
    .returning({ id: worryPhotos.id })
  if (back.length === 0) throw new TooLate('この写真は、もう戻せません。', wayBack(viewer, worryId))
  await record(act, 'photo.restored', { kind: 'worry-photo', id }, { worry: worryId, was: photoId })
}

/** The time to put it back is over. */
export async function dropPhoto(act: Act, photoId: string): Promise<void> {
  await act.tx.delete(worryPhotos).where(and(eq(worryPhotos.id, photoId), isAway))
}

/** Holds the worry until the end of the act, so that two photos sent at once are counted one after the other. */
async function roomForOne(act: Act, viewer: Viewer | null, worryId: string): Promise<void> {
  const held = await act.tx
    .select({ id: worries.id })
    .from(worries)
    .where(and(eq(worries.id, worryId), viewer ? seenBy(act.tx, viewer, 'write') : undefined))
    .for('update')
  found(held[0])
  const [there] = await act.tx
    .select({ photos: count() })
    .from(worryPhotos)
    .where(and(eq(worryPhotos.worryId, worryId), isThere))
  if (there!.photos >= MOST_PHOTOS) throw new TooLate(TOO_MANY, viewer ? wayBack(viewer, worryId) : undefined)
}

/** What the desk read in photos, and made of it together with the words that stood there. */
export type Typed = Pick<Told, 'text' | 'trees'> & {
  readonly photos: readonly string[]
  /** The words as they stood when they were read. */
  readonly before: { readonly text: string; readonly version: number }
}

/** The words of photos become words of the worry, with its trees made anew; who typed them stands in history. */
export async function typePhotos(act: Act, worryId: string, { text, trees, photos, before }: Typed): Promise<void> {
  const changed = await act.tx
    .update(worries)
    .set({
      ...{ text, structuredAt: act.now, updatedAt: act.now, reading: 0, version: sql`${worries.version} + 1` },
      modelHelpedAt: null,
    })
    .where(and(eq(worries.id, worryId), eq(worries.version, before.version), eq(worries.text, before.text)))
    .returning({ id: worries.id })
  if (changed.length === 0) throw changedMeanwhile()
  await markTyped(act, worryId, photos)
  await saveTrees(act, worryId, trees)
  await record(
    act,
    'worry.typed',
    { kind: 'worry', id: worryId },
    { photos: [...photos], nodes: trees[0]?.nodes.length ?? 0 },
  )
}

/** Whoever types for an owner has the paper before them: nobody else need read it once more. */
export async function typedByAssistant(act: Act, worryId: string): Promise<void> {
  if (!act.assisted) return
  await act.tx
    .update(worryPhotos)
    .set({ typedAt: act.now, typedBy: act.actor })
    .where(and(eq(worryPhotos.worryId, worryId), isNull(worryPhotos.typedAt), isThere))
}

/** Nobody could read them: the owner is asked for others. */
export async function leaveUntyped(act: Act, worryId: string, photos: readonly string[]): Promise<void> {
  await markTyped(act, worryId, photos)
  await record(act, 'worry.unreadable', { kind: 'worry', id: worryId }, { photos: [...photos] })
}

/** The owner wrote on, or took a photo back, while somebody was typing. */
export class ChangedMeanwhile extends TooLate {}

async function markTyped(act: Act, worryId: string, photos: readonly string[]): Promise<void> {
  const marked = await act.tx
    .update(worryPhotos)
    .set({ typedAt: act.now, typedBy: act.actor })
    .where(
      and(eq(worryPhotos.worryId, worryId), inArray(worryPhotos.id, [...photos]), isNull(worryPhotos.typedAt), isThere),
    )
    .returning({ id: worryPhotos.id })
  if (marked.length === 0 || marked.length < photos.length) throw changedMeanwhile()
}

function changedMeanwhile(): ChangedMeanwhile {
  return new ChangedMeanwhile('書き写しているあいだに、言葉か写真が変わりました。', { href: '/desk', label: '事務局' })
}
