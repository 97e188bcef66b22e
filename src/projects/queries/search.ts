import { and, asc, eq, getTableColumns, gt, gte, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { cases } from '../../cases/schema.ts'
import { history } from '../../history/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { programmes } from '../../partners/schema.ts'
import { talents, ties } from '../../talents/schema.ts'
import { projects } from '../schema.ts'
import { codesOfAll } from './projects.ts'

/** Kinds of subjects that the search is made of. */
const KINDS = ['project', 'case'] as const
export type SearchedKind = (typeof KINDS)[number]

/** What everybody may read: published once, and not withdrawn. */
const isPublic = and(isNotNull(projects.publishedAt), isNull(projects.withdrawnAt))

/** For the program: what has changed of projects and cases since a number that `lowestOpen` gave; some come twice. */
export async function searchedSince(tx: Tx, since: string): Promise<Record<SearchedKind, string[]>> {
  const rows = await tx
    .selectDistinct({ kind: history.subjectKind, id: history.subjectId })
    .from(history)
    .where(and(gte(history.xid, sql`${since}::xid8`), inArray(history.subjectKind, [...KINDS])))
  const of = (kind: SearchedKind) => rows.filter((row) => row.kind === kind).map(({ id }) => id)
  return { project: of('project'), case: of('case') }
}

export type SearchedProject = Awaited<ReturnType<typeof withCodes>>[number]

/** For the program: the next published projects after an id with the job codes they ask for; at most `limit`. */
export async function searchedProjectsAfter(tx: Tx, after: string | null, limit: number) {
  return withCodes(tx, after === null ? undefined : gt(projects.id, after), limit)
}

/** For the program: these projects; one that is not published is missing. */
export async function searchedProjects(tx: Tx, ids: readonly string[]) {
  return ids.length === 0 ? [] : withCodes(tx, inArray(projects.id, [...ids]), ids.length)
}

async function withCodes(tx: Tx, which: SQL | undefined, limit: number) {
  const rows = await tx
    .select({ ...getTableColumns(projects), programme: programmes.slug })
    .from(projects)
    .leftJoin(programmes, eq(programmes.id, projects.programmeId))
    .where(and(isPublic, which))
    .orderBy(asc(projects.id))
    .limit(limit)
  const codes = await codesOfAll(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((project) => ({ ...project, codes: (codes.get(project.id) ?? []).map(({ code }) => code) }))
}

export type SearchedCase = Awaited<ReturnType<typeof searchedCases>>[number]

/** For the program: published cases with what everybody may read of them; all, or some. */
export function searchedCases(tx: Tx, ids?: readonly string[]) {
  const { id, title, problem, done, result, learned, surprised, outcome, causes, publishedAt } = cases
  const { shownCodes, shownIndustry, shownPrefecture, shownRegion, shownSize } = cases
  return tx
    .select({
      ...{ id, title, problem, done, result, learned, surprised, outcome, causes, publishedAt },
      ...{ shownCodes, shownIndustry, shownPrefecture, shownRegion, shownSize },
    })
    .from(cases)
    .where(
      and(
        isNotNull(cases.publishedAt),
        isNull(cases.withdrawnAt),
        ids === undefined ? undefined : inArray(cases.id, [...ids]),
      ),
    )
}

export type FoundProject = Awaited<ReturnType<typeof foundProjects>>[number]

/** Projects that were found, as everybody may read them, in this order. One that is public no longer is missing. */
export async function foundProjects(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .select()
    .from(projects)
    .where(and(isPublic, inArray(projects.id, [...ids])))
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

/** The prefectures that somebody is tied to, in order of their numbers. */
export async function tiedPrefectures(tx: Tx, accountId: string): Promise<number[]> {
  const rows = await tx
    .selectDistinct({ prefecture: ties.prefecture })
    .from(ties)
    .innerJoin(talents, eq(talents.id, ties.talentId))
    .where(eq(talents.accountId, accountId))
    .orderBy(asc(ties.prefecture))
  return rows.map(({ prefecture }) => prefecture)
}
