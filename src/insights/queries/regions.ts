import { and, asc, count, desc, eq, isNotNull, isNull, not, type SQL } from 'drizzle-orm'
import { cases } from '../../cases/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { inArea } from '../../partners/queries/area.ts'
import type { Partner } from '../../partners/schema.ts'
import { codesOfAll } from '../../projects/queries/projects.ts'
import { openAt } from '../../projects/queries/states.ts'
import { projects } from '../../projects/schema.ts'

/** A prefecture by its number, a municipality by its five digits, the area of a partner, or a programme by its id. */
export type Place =
  | { readonly prefecture: number }
  | { readonly municipality: string }
  | { readonly partner: Pick<Partner, 'prefecture' | 'area'> }
  | { readonly programme: string }

/** What there is to see in each prefecture: open projects and published cases. */
export async function regionCounts(
  tx: Tx,
  now: Date,
): Promise<{ open: Map<number, number>; cases: Map<number, number> }> {
  const open = await tx
    .select({ prefecture: projects.prefecture, n: count() })
    .from(projects)
    .where(openAt(now))
    .groupBy(projects.prefecture)
  const published = await tx
    .select({ prefecture: cases.shownPrefecture, n: count() })
    .from(cases)
    .where(and(isNotNull(cases.publishedAt), isNull(cases.withdrawnAt)))
    .groupBy(cases.shownPrefecture)
  return { open: byNumber(open), cases: byNumber(published) }
}

/** Municipalities of a prefecture in which something is or was asked for, by their code, with how many are open. */
export async function municipalityCounts(tx: Tx, prefecture: number, now: Date) {
  const rows = await tx
    .select({ code: projects.municipality, n: count() })
    .from(projects)
    .where(and(eq(projects.prefecture, prefecture), isNotNull(projects.municipality), readable))
    .groupBy(projects.municipality)
    .orderBy(asc(projects.municipality))
  const open = await tx
    .select({ code: projects.municipality, n: count() })
    .from(projects)
    .where(and(eq(projects.prefecture, prefecture), openAt(now)))
    .groupBy(projects.municipality)
  const openIn = new Map(open.map(({ code, n }) => [code, n]))
  return rows.flatMap(({ code, n }) => (code === null ? [] : [{ code, all: n, open: openIn.get(code) ?? 0 }]))
}

/** Its open projects and those that are over, the newest first, with how many of each there are and what they ask for. */
export async function projectsOfPlace(tx: Tx, place: Place, now: Date, most: { open: number; over: number }) {
  const here = isIn(place)
  const [open, over] = [and(here, openAt(now))!, and(here, readable, not(openAt(now)))!]
  const shown = await newest(tx, open, most.open)
  const before = await newest(tx, over, most.over)
  const [counted] = await tx.select({ open: count() }).from(projects).where(open)
  const [ended] = await tx.select({ over: count() }).from(projects).where(over)
  return {
    shown,
    before,
    open: counted!.open,
    over: ended!.over,
    codes: await codesOfAll(
      tx,
      shown.map(({ id }) => id),
    ),
  }
}

function isIn(place: Place): SQL {
  if ('prefecture' in place) return eq(projects.prefecture, place.prefecture)
  if ('programme' in place) return eq(projects.programmeId, place.programme)
  if ('partner' in place) return inArea(place.partner, projects)
  return eq(projects.municipality, place.municipality)
}

const readable = and(isNotNull(projects.publishedAt), isNull(projects.withdrawnAt))

async function newest(tx: Tx, where: SQL, limit: number) {
  return tx.select().from(projects).where(where).orderBy(desc(projects.publishedAt), asc(projects.id)).limit(limit)
}

function byNumber(rows: readonly { prefecture: number | null; n: number }[]): Map<number, number> {
  return new Map(rows.flatMap(({ prefecture, n }) => (prefecture === null ? [] : [[prefecture, n] as const])))
}
