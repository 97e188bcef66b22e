import { and, desc, isNull, ne, sql } from 'drizzle-orm'
import { asSystem, SYSTEM } from '../../accounts/actions/mailing.ts'
import { POINTS_PER_LOGIT } from '../../engine/engine.ts'
import type { Drawn } from '../../engine/market/lottery.ts'
import { rowOf } from '../../engine/market/sparse.ts'
import type { Capacity } from '../../engine/market/welfare.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { readAs } from '../../lib/db.ts'
import type { JobDeps } from '../../lib/job.ts'
import { partsOf } from '../../lib/pages.ts'
import { currentAim } from '../queries/market.ts'
import { clustersKept, runningTrial } from '../queries/trials.ts'
import { workByCode } from '../queries/usual.ts'
import { weightsNamed } from '../queries/weights.ts'
import type { KeptAim } from '../rules/aims.ts'
import { armsOf } from '../rules/trials.ts'
import { usualWork } from '../rules/usual.ts'
import { type MarketRun, type MarketTrial, marketLists, marketRuns, marketTrialProjects } from '../schema.ts'
import { refreshMarket } from './market.ts'
import { type Pairs, pairsOf, scoredAnew } from './pairs.ts'
import { inThread } from './planning.ts'
import type { Planned } from './planning-worker.ts'
import { keepProposals, type Listed } from './proposing.ts'
import { triedSoFar } from './trying-newcomers.ts'

/** Hundredths of alpha for which the desk is told what they would bring. */
const CURVE = [0, 25, 50, 75, 100]
/** Who says nothing of hours has room for one project; nobody has room for nothing. */
const LEAST_ROOM = 0.25
/** Rows written together: each list is an array, and a statement has at most 65,535 parameters. */
const TOGETHER = 500

/**
 * Makes everybody's list anew, for the whole market at once: people's lists of projects, and the lists of people that companies
 * see. What was shown of the lists before is kept.
 */
export async function clearMarket(deps: JobDeps): Promise<void> {
  const startedAt = deps.clock()
  const market = await refreshMarket(deps.db, startedAt)
  const { aim, trial, weights, kept, usual } = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const running = await runningTrial(tx, startedAt)
    return {
      aim: await currentAim(tx),
      // Counted after everybody was read: for the rows of the next night.
      usual: {
        talents: usualWork(await workByCode(tx, 'company')),
        projects: usualWork(await workByCode(tx, 'talent')),
      },
      trial: running ?? null,
      weights: running?.weightsId ? await weightsNamed(tx, running.weightsId) : null,
      kept: running ? await clustersKept(tx, running.id) : new Map<string, number>(),
    }
  })
  const pairs = await pairsOf(deps.db, market, startedAt)
  const tried = trial && triedIn(trial, pairs, kept)
  // Whose a place is, and who is in question, is told by the weights in use; all else by those of a project's half.
  const anew = tried && weights && (await scoredAnew(pairs, tried.second, weights))
  const seed = Buffer.from(deps.random(4)).readUInt32LE() >>> 1
  const planned = await inThread(deps.db, {
    ...{ kind: 'plan', market: pairs.market, aim, seed, alphas: CURVE },
    capacity: capacityOf(pairs),
    ...(await triedSoFar(deps.db, pairs, market, startedAt)),
    trial: tried && {
      ...{ aim: tried.aim, second: tried.second, scores: scoresOf(pairs) },
      own: anew && { scores: scoresOf(anew), wants: anew.market.wants, wanted: anew.market.wanted },
    },
  })
  await asSystem(deps, (act) => keepRun(act, { pairs, aim, seed, planned, startedAt, tried, usual }))
  for (const [column, project] of pairs.projects.entries()) {
    const { pairs: list } = planned.plan.right[column]!
    const { name } = (tried?.second[column] && weights) || market.weights
    await asSystem(deps, (act) => keepProposals(act, project, listed(anew ?? pairs, list), name))
  }
}

/** Openings; and how many projects of the usual size somebody has the hours for. */
export function capacityOf({ talents, projects, openings }: Pairs): Capacity {
  const wanted = projects.flatMap(({ hours }) => hours ?? [])
  const usual = wanted.reduce((sum, one) => sum + one, 0) / Math.max(1, wanted.length)
  const room = ({ hours }: { hours: number | null }) =>
    hours === null || usual === 0 ? 1 : Math.max(LEAST_ROOM, hours / usual)
  return { left: Float64Array.from(talents, room), right: openings }
}

type Tried = {
  readonly id: string
  readonly aim: KeptAim
  /** By project: the place of its cluster, or −1; and whether it is of the second half. */
  readonly clusters: readonly number[]
  readonly second: readonly boolean[]
}

function triedIn(trial: MarketTrial, { projects }: Pairs, kept: ReadonlyMap<string, number>): Tried {
  const { id, alpha, places, floor } = trial
  return { id, aim: { alpha, places, floor }, ...armsOf(trial.clusters, projects, kept) }
}

function scoresOf({ points }: Pairs): Int32Array {
  return Int32Array.from(points, ({ score }) => score)
}

function listed({ market, talents, points }: Pairs, list: Uint32Array): Listed[] {
  return Array.from(list, (pair, at) => ({
    talentId: talents[rowOf(market.starts, pair)]!.id,
    rank: at + 1,
    score: points[pair]!.score,
    points: Array.from(points[pair]!.points),
  }))
}

type Run = {
  usual: MarketRun['usual']
  pairs: Pairs
  aim: KeptAim
  seed: number
  planned: Planned
  startedAt: Date
  tried: Tried | null
}

async function keepRun(act: Act, { pairs, aim, seed, planned, startedAt, tried, usual }: Run): Promise<void> {
  const { plan, byFit, curve, ventures } = planned
  const { market, talents, projects } = pairs
  const id = act.newId()
  const [before] = await act.tx.select({ id: marketRuns.id }).from(marketRuns).orderBy(desc(marketRuns.doneAt)).limit(1)
  await act.tx.insert(marketRuns).values({
    ...{ id, seed, ...aim, people: talents.length, projects: projects.length, pairs: market.columns.length },
    ...{
      outcome: plan.outcome,
      byFit,
      curve: [...curve],
      usual,
      trialId: tried?.id ?? null,
      startedAt,
      doneAt: act.now,
    },
  })
  const rows = [
    ...plan.left.map((list, row) => ({
      talentId: talents[row]!.id,
      ...drawn(list, (pair) => projects[market.columns[pair]!]!.id),
      ...measured(pairs, row, list),
      ventures: inPoints(ventures.left[row]!, list.pairs, (pair) => ventures.right[market.columns[pair]!]!),
    })),
    ...plan.right.map((list, column) => ({
      projectId: projects[column]!.id,
      price: Math.round(plan.prices[column]! * POINTS_PER_LOGIT),
      ...drawn(list, (pair) => talents[rowOf(market.starts, pair)]!.id),
      arms: tried && Array.from(list.pairs, () => Number(tried.second[column])),
      ventures: inPoints(ventures.own[column]!, list.pairs, (pair) => ventures.left[rowOf(market.starts, pair)]!),
    })),
  ].map((row) => ({ id: act.newId(), runId: id, madeAt: act.now, ...row }))
  for (const part of partsOf(rows, TOGETHER)) await act.tx.insert(marketLists).values(part)
  if (tried) await keepTried(act, tried, projects)
  // Nothing was learned from a list that nobody saw.
  await act.tx.delete(marketLists).where(and(isNull(marketLists.shownAt), ne(marketLists.runId, id)))
  const data = { ...aim, seed, people: talents.length, projects: projects.length }
  await record(act, 'market.cleared', { kind: 'market', id }, { ...data, before: before?.id ?? null })
}

/** Projects count for a trial from the first lists on that were made in it with them. */
async function keepTried(act: Act, { id: trialId, clusters }: Tried, projects: Pairs['projects']): Promise<void> {
  const rows = projects.flatMap(({ id: projectId }, column) => {
    const cluster = clusters[column]!
    return cluster < 0 ? [] : [{ trialId, projectId, cluster, since: act.now }]
  })
  for (const part of partsOf(rows, TOGETHER))
    await act.tx.insert(marketTrialProjects).values(part).onConflictDoNothing()
}

/** What a person's list can be measured with later: see the columns of `marketLists`. */
function measured({ market, projects, points, bins }: Pairs, row: number, list: Planned['plan']['left'][number]) {
  const { pairs, seen } = list
  const own = Array.from({ length: market.starts[row + 1]! - market.starts[row]! }, (_, at) => market.starts[row]! + at)
  const best = () => own.sort((a, b) => points[b]!.score - points[a]!.score || a - b).slice(0, pairs.length)
  const fit = list.fit ? Array.from(list.fit) : best()
  return {
    fit: fit.map((pair) => projects[market.columns[pair]!]!.id),
    seen: Array.from(seen),
    arms: list.second ? Array.from(list.second) : null,
    bins: sql`${sql.param([...pairs, ...fit].flatMap((pair) => bins[pair]!))}::smallint[]`,
  }
}

/** Of whose list it is, then of each on it. */
function inPoints(own: number, pairs: Uint32Array, of: (pair: number) => number): number[] {
  return [own, ...Array.from(pairs, of)].map((logits) => Math.round(logits * POINTS_PER_LOGIT))
}

function drawn({ pairs, chances }: Drawn, idOf: (pair: number) => string) {
  return { ids: Array.from(pairs, idOf), chances: Array.from(chances) }
}
