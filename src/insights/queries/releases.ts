import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import type { LegalDate } from '../../lib/time.ts'
import { releaseFiles, releases } from '../schema.ts'

/** What everybody is told, until the next one. */
export async function newestRelease(tx: Tx) {
  const [row] = await tx.select().from(releases).orderBy(desc(releases.until)).limit(1)
  return row
}

export async function releaseOf(tx: Tx, until: LegalDate) {
  const [row] = await tx.select().from(releases).where(eq(releases.until, until))
  return row
}

/** All there were, the newest first. */
export async function allReleases(tx: Tx) {
  return tx
    .select({ id: releases.id, until: releases.until, madeAt: releases.madeAt })
    .from(releases)
    .orderBy(desc(releases.until))
}

export async function releaseFile(tx: Tx, until: LegalDate, name: string) {
  const [row] = await tx
    .select({ content: releaseFiles.content })
    .from(releaseFiles)
    .innerJoin(releases, eq(releases.id, releaseFiles.releaseId))
    .where(and(eq(releases.until, until), eq(releaseFiles.name, name)))
  return row
}
