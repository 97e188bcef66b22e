import { and, asc, count, eq, isNull, min, type SQL } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { paperPhotos, projects } from '../schema.ts'

const there = isNull(paperPhotos.removedAt)
const { id, paperId, createdAt, typedAt } = paperPhotos

/** The photos of one sheet of a project without what they show; no paper: of the questions of its draft. */
export function onPaper(projectId: string, paper: string | null): SQL | undefined {
  const sheet = paper === null ? isNull(paperId) : eq(paperId, paper)
  return and(eq(paperPhotos.projectId, projectId), sheet, there)
}

export async function photosOfPaper(tx: Tx, projectId: string, paper: string | null) {
  return tx
    .select({ id, paperId, createdAt, typedAt })
    .from(paperPhotos)
    .where(onPaper(projectId, paper))
    .orderBy(asc(createdAt), asc(id))
}

/** One photo of a project of a company, or for the desk of any. */
export async function paperPhoto(tx: Tx, projectId: string, photoId: string, companyId?: string) {
  const own = companyId ? eq(paperPhotos.companyId, companyId) : undefined
  const [photo] = await tx
    .select()
    .from(paperPhotos)
    .where(and(eq(id, photoId), eq(paperPhotos.projectId, projectId), there, own))
  return photo
}

/** Sheets whose photos nobody typed yet, the one that waits longest first. For the desk, by the program. */
export async function papersToType(tx: Tx) {
  const since = min(createdAt)
  return tx
    .select({ id: projects.id, number: projects.number, company: companies.name, photos: count(id), since })
    .from(paperPhotos)
    .innerJoin(projects, eq(projects.id, paperPhotos.projectId))
    .innerJoin(companies, eq(companies.id, paperPhotos.companyId))
    .where(and(isNull(typedAt), there))
    .groupBy(projects.id, projects.number, companies.name)
    .orderBy(asc(since), asc(projects.id))
}

/** The photos of the sheet of a project that waits longest to be typed. For the desk, by the program. */
export async function photosToType(tx: Tx, projectId: string) {
  const waiting = await tx
    .select({ id, paperId, createdAt, typedAt })
    .from(paperPhotos)
    .where(and(eq(paperPhotos.projectId, projectId), isNull(typedAt), there))
    .orderBy(asc(createdAt), asc(id))
  return waiting.filter((photo) => photo.paperId === waiting[0]?.paperId)
}
