import { and, desc, eq, sql } from 'drizzle-orm'
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

/** All there were, the newest first, with the names of their files: an older one has no file of a table that came later. */
export async function allReleases(tx: Tx) {
  return tx
    .select({
      ...{ id: releases.id, until: releases.until, madeAt: releases.madeAt },
      files: sql<string[]>`array(select name from release_files where release_id = releases.id)`,
    })
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
