import { inArray, isNull } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import type { ProjectFacts, TalentFacts } from '../rules/facts.ts'
import { hashOf, textOfProject, textOfTalent } from '../rules/meaning.ts'
import { type TextReader, textReaders, textVectors } from '../schema.ts'
import { projectFacts, withCompanyWork } from './projects.ts'

/** For the program: the endpoint by which texts are read now, if any. */
export async function readerInUse(tx: Tx): Promise<TextReader | null> {
  const [row] = await tx.select().from(textReaders).where(isNull(textReaders.until))
  return row ?? null
}

/** For the program: these people with what the reader made of their texts; null where it has not read them. */
export function talentsRead(tx: Tx, reader: string | null, found: readonly TalentFacts[]): Promise<TalentFacts[]> {
  return withMeanings(tx, reader, found, textOfTalent)
}

/** The same for projects. */
export function projectsRead(tx: Tx, reader: string | null, found: readonly ProjectFacts[]): Promise<ProjectFacts[]> {
  return withMeanings(tx, reader, found, textOfProject)
}

/** For the program: these projects with all that their scores depend on. Who is gone is missing. */
export async function projectsInFull(
  tx: Tx,
  reader: string | null,
  ids: readonly string[],
  now: Date,
): Promise<ProjectFacts[]> {
  return projectsRead(tx, reader, await withCompanyWork(tx, await projectFacts(tx, ids, now), now))
}

/** Which of these hashes have been read. */
export async function vectorsOf(tx: Tx, hashes: readonly string[]): Promise<Map<string, Int8Array>> {
  if (hashes.length === 0) return new Map()
  const rows = await tx
    .select({ hash: textVectors.hash, vector: textVectors.vector })
    .from(textVectors)
    .where(inArray(textVectors.hash, [...hashes]))
  return new Map(rows.map(({ hash, vector }) => [hash, Int8Array.from(vector, (byte) => (byte << 24) >> 24)]))
}

/** Without a reader they stay as they are. */
async function withMeanings<T extends object>(
  tx: Tx,
  reader: string | null,
  found: readonly T[],
  textOf: (one: T) => string,
): Promise<T[]> {
  if (reader === null || found.length === 0) return [...found]
  const hashes = found.map((one) => hashOf(reader, textOf(one)))
  const vectors = await vectorsOf(tx, [...new Set(hashes.filter((hash) => hash !== null))])
  return found.map((one, at) => ({ ...one, meaning: vectors.get(hashes[at] ?? '') ?? null }))
}
