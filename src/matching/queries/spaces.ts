import { and, asc, type Column, desc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { inState } from '../../projects/queries/states.ts'
import { projects } from '../../projects/schema.ts'
import { visible } from '../../talents/queries/shown.ts'
import { talentCodes, talents } from '../../talents/schema.ts'
import { readSpace } from '../../text/own-space/bytes.ts'
import type { OwnSpace } from '../../text/own-space.ts'
import { textsOfProject, textsOfTalent } from '../rules/meaning.ts'
import { meaningOfRecords } from '../rules/records-meaning.ts'
import { textSpaces } from '../schema.ts'

/** A space with its name: vectors of two names are never compared. */
export type NamedSpace = { readonly name: string; readonly space: OwnSpace }

/** The last one that was read: it has megabytes, and is asked for whenever the market changed. */
let read: NamedSpace | null = null

/** For the program: the space in which texts are read now, if any. One that was learned when rows meant something else is none. */
export async function spaceInUse(tx: Tx): Promise<NamedSpace | null> {
  const last = await lastSpace(tx)
  if (!last || last.meaning !== meaningOfRecords()) return null
  if (read?.name === last.id) return read
  const [row] = await tx.select({ bytes: textSpaces.bytes }).from(textSpaces).where(eq(textSpaces.id, last.id))
  const space = row ? readSpace(row.bytes) : null
  if (space === null) return null
  read = { name: last.id, space }
  return read
}

/** For the program: a project whose texts, and those of whom it is compared with, are read as the market reads them. */
export async function inSpace<T extends object>(tx: Tx, facts: T): Promise<T & { space: OwnSpace | null }> {
  return { ...facts, space: (await spaceInUse(tx))?.space ?? null }
}

/** For the program: which space was learned last, when, and among how many texts. */
export async function lastSpace(tx: Tx) {
  const { id, meaning, texts, learnedAt } = textSpaces
  const [last] = await tx
    .select({ id, meaning, texts, learnedAt })
    .from(textSpaces)
    .orderBy(desc(learnedAt), desc(id))
    .limit(1)
  return last
}

/** Whose texts, and what they say. */
export type Told = { readonly id: string; readonly owner: string; readonly texts: readonly (string | null)[] }

/** For the program: how many profiles that companies may see and open projects there are. */
export async function textCount(tx: Tx): Promise<number> {
  return (await tx.$count(talents, visible)) + (await tx.$count(projects, inState('published')))
}

/** For the program: the next of those profiles after an id, a share of them: always the same persons' as long as it is the same share. */
export async function toldByTalents(tx: Tx, after: string | null, limit: number, share: number): Promise<Told[]> {
  const { id, headline, about } = talents
  const rows = await tx
    .select({ id, headline, about })
    .from(talents)
    .where(and(visible, among(id, share), after === null ? undefined : gt(id, after)))
    .orderBy(asc(id))
    .limit(limit)
  const ids = rows.map((row) => row.id)
  const codes = await tx
    .select({ talentId: talentCodes.talentId, evidence: talentCodes.evidence })
    .from(talentCodes)
    .where(inArray(talentCodes.talentId, ids))
    .orderBy(asc(talentCodes.position), asc(talentCodes.code))
  const byTalent = Map.groupBy(codes, ({ talentId }) => talentId)
  return rows.map((row) => ({
    ...{ id: row.id, owner: row.id },
    texts: textsOfTalent({ ...row, codes: byTalent.get(row.id) ?? [] }),
  }))
}

/** The same of open projects, which are their companies'. */
export async function toldByProjects(tx: Tx, after: string | null, limit: number, share: number): Promise<Told[]> {
  const { id, companyId, title, background, goal, work } = projects
  const rows = await tx
    .select({ id, companyId, title, background, goal, work })
    .from(projects)
    .where(and(inState('published'), among(id, share), after === null ? undefined : gt(id, after)))
    .orderBy(asc(id))
    .limit(limit)
  return rows.map((row) => ({ id: row.id, owner: row.companyId, texts: textsOfProject(row) }))
}

/** Drawn by a hash of the id, which says nothing of the person. */
function among(id: Column, share: number): SQL | undefined {
  if (share >= 1) return undefined
  const most = Math.floor(share * 2 ** 28)
  return sql`('x' || left(md5(${id}::text), 7))::bit(28)::int < ${most}`
}
