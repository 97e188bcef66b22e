import { and, asc, count, eq, exists, isNotNull, isNull, min } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { seenBy, type Viewer } from '../queries.ts'
import { worries, worryPhotos } from '../schema.ts'

const NOTE = { id: worryPhotos.id, createdAt: worryPhotos.createdAt, typedAt: worryPhotos.typedAt }

/** Taken away: kept for a while, shown to nobody. */
export const isAway = isNotNull(worryPhotos.removedAt)
export const isThere = isNull(worryPhotos.removedAt)

/** The photos of a worry in the order in which they came, without what they show. For whoever may see the worry. */
export async function photosOf(tx: Tx, worryId: string) {
  return tx
    .select(NOTE)
    .from(worryPhotos)
    .where(and(eq(worryPhotos.worryId, worryId), isThere))
    .orderBy(asc(worryPhotos.createdAt), asc(worryPhotos.id))
}

/** One photo, for whoever may see its worry. */
export async function photoFor(tx: Tx, viewer: Viewer, worryId: string, photoId: string) {
  const seen = tx
    .select({ is: worries.id })
    .from(worries)
    .where(and(eq(worries.id, worryId), seenBy(tx, viewer)))
  const [photo] = await tx
    .select({ type: worryPhotos.type, content: worryPhotos.content })
    .from(worryPhotos)
    .where(and(eq(worryPhotos.id, photoId), eq(worryPhotos.worryId, worryId), isThere, exists(seen)))
  return photo
}

/** The photos that were taken away and can still be put back. For whoever may write on their worry. */
export async function awayPhotos(tx: Tx, worryId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: worryPhotos.id })
    .from(worryPhotos)
    .where(and(eq(worryPhotos.worryId, worryId), isAway))
  return rows.map(({ id }) => id)
}

/** Worries whose photos nobody typed yet, the one that waits longest first. For the desk. */
export async function worriesToType(tx: Tx) {
  const since = min(worryPhotos.createdAt)
  return tx
    .select({
      id: worries.id,
      text: worries.text,
      company: companies.name,
      photos: count(worryPhotos.id),
      since,
    })
    .from(worryPhotos)
    .innerJoin(worries, eq(worries.id, worryPhotos.worryId))
    .leftJoin(companies, eq(companies.id, worries.companyId))
    .where(and(isNull(worryPhotos.typedAt), isThere))
    .groupBy(worries.id, worries.text, companies.name)
    .orderBy(asc(since), asc(worries.id))
}

/** A worry and those of its photos that nobody typed yet; nothing when there are none. For the desk. */
export async function worryToType(tx: Tx, worryId: string) {
  const photos = (await photosOf(tx, worryId)).filter(({ typedAt }) => typedAt === null)
  if (photos.length === 0) return undefined
  const [worry] = await tx.select().from(worries).where(eq(worries.id, worryId))
  return worry && { worry, photos }
}
