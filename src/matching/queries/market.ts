import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { applications } from '../../applications/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { inState } from '../../projects/queries/states.ts'
import { projects } from '../../projects/schema.ts'
import { talents } from '../../talents/schema.ts'
import { FIRST_AIM, type KeptAim } from '../rules/aims.ts'
import {
  type MarketList,
  type MarketPrediction,
  type MarketRun,
  marketAims,
  marketLists,
  marketPredictions,
  marketRuns,
} from '../schema.ts'

/** What lists are made for now. */
export async function currentAim(tx: Tx): Promise<KeptAim> {
  const [newest] = await tx
    .select({ alpha: marketAims.alpha, places: marketAims.places, floor: marketAims.floor })
    .from(marketAims)
    .orderBy(desc(marketAims.madeAt), desc(marketAims.id))
    .limit(1)
  return newest ?? FIRST_AIM
}

export async function lastRun(tx: Tx): Promise<MarketRun | undefined> {
  const [run] = await tx.select().from(marketRuns).orderBy(desc(marketRuns.doneAt), desc(marketRuns.id)).limit(1)
  return run
}

export async function prediction(tx: Tx, id: string): Promise<MarketPrediction | undefined> {
  const [row] = await tx.select().from(marketPredictions).where(eq(marketPredictions.id, id))
  return row
}

/** When this prediction was made the rule of the lists, or null. */
export async function takenAt(tx: Tx, predictionId: string): Promise<Date | null> {
  const [row] = await tx
    .select({ madeAt: marketAims.madeAt })
    .from(marketAims)
    .where(eq(marketAims.predictionId, predictionId))
  return row?.madeAt ?? null
}

/** For the program: the newest list that was drawn for a person or a project. */
export async function newestList(
  tx: Tx,
  of: { readonly talentId: string } | { readonly projectId: string },
): Promise<MarketList | undefined> {
  const whose = 'talentId' in of ? eq(marketLists.talentId, of.talentId) : eq(marketLists.projectId, of.projectId)
  const [list] = await tx.select().from(marketLists).where(whose).orderBy(desc(marketLists.madeAt)).limit(1)
  return list
}

/** For the program: people's lists of the last run as they were drawn, beside those by agreement alone; some of them. */
export async function newestLists(tx: Tx, limit: number): Promise<{ ids: string[]; fit: string[] }[]> {
  const run = await lastRun(tx)
  if (!run) return []
  const rows = await tx
    .select({ ids: marketLists.ids, fit: marketLists.fit })
    .from(marketLists)
    .where(and(eq(marketLists.runId, run.id), isNotNull(marketLists.fit)))
    .orderBy(asc(marketLists.talentId))
    .limit(limit)
  return rows.map(({ ids, fit }) => ({ ids, fit: fit! }))
}

/** For the program: how many people and open projects there are. */
export async function sizesOf(tx: Tx): Promise<{ people: number; projects: number }> {
  return { people: await tx.$count(talents), projects: await tx.$count(projects, inState('published')) }
}

/** For the program: the prices of the projects from the last run, in points. */
export async function lastPrices(tx: Tx): Promise<Map<string, number>> {
  const run = await lastRun(tx)
  if (!run) return new Map()
  const rows = await tx
    .select({ projectId: marketLists.projectId, price: marketLists.price })
    .from(marketLists)
    .where(and(eq(marketLists.runId, run.id), isNotNull(marketLists.projectId)))
  return new Map(rows.map(({ projectId, price }) => [projectId!, price]))
}

/**
 * For the program: by project, how many applications more there are than when the last lists began to be made: those that
 * came since and stand, less those that came before and ended since. One that was accepted stands on: it took an opening with it.
 * All projects for which something has come or ended, or only those of some applications, also where it comes to nothing.
 */
export async function applicationsSince(tx: Tx, of?: readonly string[]): Promise<Map<string, number>> {
  if (of?.length === 0) return new Map()
  const run = await lastRun(tx)
  if (!run) return new Map()
  const { id, projectId, sentAt, withdrawnAt, declinedAt, lapsedAt } = applications
  const then = run.startedAt
  // Of these an application has one at most.
  const ended = sql`coalesce(${withdrawnAt}, ${declinedAt}, ${lapsedAt})`
  const came = and(gt(sentAt, then), isNull(ended))
  const went = and(lte(sentAt, then), gt(ended, sql.param(then, sentAt)))
  const some =
    of &&
    tx
      .select({ projectId })
      .from(applications)
      .where(inArray(id, [...of]))
  const rows = await tx
    .select({
      projectId,
      more: sql<number>`(count(*) filter (where ${came}) - count(*) filter (where ${went}))::int`,
    })
    .from(applications)
    .where(some ? inArray(projectId, some) : or(came, went))
    .groupBy(projectId)
  return new Map(rows.map((row) => [row.projectId, row.more]))
}

/** For the program: places that are still to be filled, and who has applied already. */
export async function roomOf(tx: Tx, projectIds: readonly string[]) {
  if (projectIds.length === 0) return { openings: new Map<string, number>(), applied: [] }
  const ids = [...projectIds]
  const rows = await tx
    .select({ id: projects.id, left: sql<number>`${projects.openings} - app_accepted_applications(${projects.id})` })
    .from(projects)
    .where(inArray(projects.id, ids))
  const applied = await tx
    .selectDistinct({ projectId: applications.projectId, talentId: applications.talentId })
    .from(applications)
    .where(and(inArray(applications.projectId, ids), isNotNull(applications.sentAt)))
  return { openings: new Map(rows.map(({ id, left }) => [id, left])), applied }
}
