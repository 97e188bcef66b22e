import { and, count, countDistinct, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, lte } from 'drizzle-orm'
import { applications } from '../../applications/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { openAt } from '../../projects/queries/states.ts'
import { projects } from '../../projects/schema.ts'
import { CLUSTERS, clusterOf } from '../rules/clusters.ts'
import { type ClusterCount, type MarketTrial, marketTrialProjects, marketTrials } from '../schema.ts'

export async function trial(tx: Tx, id: string): Promise<MarketTrial | undefined> {
  const [row] = await tx.select().from(marketTrials).where(eq(marketTrials.id, id))
  return row
}

/** What a trial compares with what is in use: the aim of a prediction, or learned weights. */
export type TrialOf = { readonly predictionId: string } | { readonly weightsId: string }

export async function trialOf(tx: Tx, of: TrialOf): Promise<MarketTrial | undefined> {
  const { predictionId, weightsId } = marketTrials
  const which = 'weightsId' in of ? eq(weightsId, of.weightsId) : eq(predictionId, of.predictionId)
  const [row] = await tx.select().from(marketTrials).where(which)
  return row
}

/** For the desk: the newest first. */
export function lastTrials(tx: Tx, limit: number): Promise<MarketTrial[]> {
  return tx.select().from(marketTrials).orderBy(desc(marketTrials.drawnAt), desc(marketTrials.id)).limit(limit)
}

/** The trial by whose two aims or two weights lists are made now. */
export async function runningTrial(tx: Tx, now: Date): Promise<MarketTrial | undefined> {
  const [row] = await tx
    .select()
    .from(marketTrials)
    .where(and(isNotNull(marketTrials.begunAt), isNull(marketTrials.endedAt), gt(marketTrials.endsAt, now)))
  return row
}

/** For the program: whose planned end has come and is not written down. */
export async function dueTrial(tx: Tx, now: Date): Promise<MarketTrial | undefined> {
  const [row] = await tx
    .select()
    .from(marketTrials)
    .where(and(isNotNull(marketTrials.begunAt), isNull(marketTrials.endedAt), lte(marketTrials.endsAt, now)))
  return row
}

/** For the program: ended, and not measured yet. */
export function unmeasuredTrials(tx: Tx): Promise<MarketTrial[]> {
  return tx
    .select()
    .from(marketTrials)
    .where(and(isNotNull(marketTrials.endedAt), isNull(marketTrials.measuredAt)))
}

/** Open projects of each cluster of today. */
export async function openByCluster(tx: Tx, now: Date): Promise<number[]> {
  const rows = await tx
    .select({ prefecture: projects.prefecture, projects: count() })
    .from(projects)
    .where(openAt(now))
    .groupBy(projects.prefecture)
  const all = new Array<number>(CLUSTERS.length).fill(0)
  for (const row of rows) {
    const cluster = clusterOf(CLUSTERS, row.prefecture)
    if (cluster >= 0) all[cluster]! += row.projects
  }
  return all
}

/** For the program: the clusters in which projects of a trial have been from the beginning; all, or some. */
export async function clustersKept(tx: Tx, trialId: string, ids?: readonly string[]): Promise<Map<string, number>> {
  const { projectId, cluster } = marketTrialProjects
  const rows = await tx
    .select({ projectId, cluster })
    .from(marketTrialProjects)
    .where(and(eq(marketTrialProjects.trialId, trialId), ids && inArray(projectId, [...ids])))
  return new Map(rows.map((row) => [row.projectId, row.cluster]))
}

/**
 * For the program: by cluster, what was sent to its projects within the trial, from the first lists that were made in it with them on;
 * whatever list it came from or none, so that nothing has to be guessed.
 */
export async function countsOf(tx: Tx, { id, clusters, endedAt, endsAt }: MarketTrial, now: Date) {
  const own = marketTrialProjects
  const until = endedAt ?? (endsAt && endsAt < now ? endsAt : now)
  const rows = await tx
    .select({
      cluster: own.cluster,
      projects: countDistinct(own.projectId),
      applications: count(applications.sentAt),
      acceptances: count(applications.acceptedAt),
    })
    .from(own)
    .leftJoin(
      applications,
      and(
        eq(applications.projectId, own.projectId),
        gte(applications.sentAt, own.since),
        lt(applications.sentAt, until),
      ),
    )
    .where(and(eq(own.trialId, id), lt(own.since, until)))
    .groupBy(own.cluster)
  const none: ClusterCount = { projects: 0, applications: 0, acceptances: 0 }
  return clusters.map((_, at): ClusterCount => {
    const { cluster: __, ...counts } = rows.find(({ cluster }) => cluster === at) ?? { cluster: at, ...none }
    return counts
  })
}
