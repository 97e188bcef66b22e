import { bitsOf, idsOf } from '../../bits.ts'
import { countInSlices, type FitCounts, prepareCount } from '../../counting.ts'
import type { Model } from '../../model.ts'
import { type Prepared, prepare, type QueryOf } from '../../prepare.ts'
import { agreeing, checkK, type Ranked, rankedRows } from '../../rank.ts'
import { emptyTop, floorOf, LOWEST, type Top } from '../../top.ts'
import type { ChangeOf } from '../../whatif.ts'
import { canWalk, freshPostings, scratchOf, spareArea } from '../best.ts'
import { changedSince, noteChange, versionOf } from '../changes.ts'
import { countByPostings } from '../fits.ts'
import { fillLane, laneIn } from '../kernel/lane.ts'
import { LANES } from '../kernel/memory.ts'
import { knownPoints, postingsIn } from '../postings.ts'
import { walkPostings } from '../walk.ts'
import { type Crew, startCrew } from './crew.ts'
import { type Part, type PartAsked, scanPart } from './part.ts'
import { allAtOnce, reconcile } from './reconcile.ts'
import type { Space, Task } from './scan-worker.ts'

/** Ranks without keeping the thread that owns the model: whoever asks waits, whoever else uses the thread does not. */
export interface Pool {
  /** As `rank`, of the model as it is when the answer comes. */
  rank(query: QueryOf<'talents'>, k: number): Promise<Ranked[]>
  /** As `rankAgreeing`. */
  rankAgreeing(query: QueryOf<'talents'>, k: number): Promise<Ranked[]>
  /** As `countFits`. */
  countFits(query: QueryOf<'talents'>, changes?: readonly ChangeOf<'projects'>[]): Promise<FitCounts>
  /** Makes new postings. Comes of itself when much has changed. */
  refresh(): Promise<void>
  stop(): Promise<void>
  readonly crew: Crew
}

/** Rows asked for beyond k, so that a few may change on the way. */
const MARGIN = 32
/** Scans of everybody before the owner of the model does one without a pause. */
const MOST_SCANS = 3
/** Changes at which new postings are made, and at which those that are there cost more than they bring. */
const [MANY_CHANGES, TOO_MANY_CHANGES] = [1024, 16384]
/** Blocks the owner's thread looks at before it lets others in: two to six milliseconds. */
const BLOCKS_AT_ONCE = 64
/** Postings that the owner's thread walks: two to three milliseconds. Past as many the threads look at everybody. */
const MOST_WALKED = 131072
/** The same for counts, where no floor rises and more rows are looked at. */
const MOST_COUNTED = 65536

/**
 * Threads that look at all rows of a model of talents. Without a kernel there are none, and the owner's thread does it in
 * slices. One pool to a model. While they work the model may change: a row that did is scored anew when they come back (see reconcile.ts).
 */
export function startPool(model: Model<'talents'>, threads: number): Pool {
  if (!Number.isInteger(threads) || threads < 1 || threads >= LANES) {
    throw new RangeError(`threads: ${threads} is not a whole number from 1 to ${LANES - 1}`)
  }
  // Lane 0 is the owner's.
  const crew = startCrew(model.kernel === null ? [] : Array.from({ length: threads }, (_, at) => at + 1))
  let refreshing: Promise<void> | null = null

  const refresh = () => {
    refreshing ??= refreshPostings(model, crew).finally(() => {
      refreshing = null
    })
    return refreshing
  }

  const ranked = async (prepared: Prepared, k: number) => {
    checkK(k)
    if (model.rows === 0) return []
    const walked = tryPostings(model, prepared, k, refresh)
    if (walked.exact) return rankedRows(model, prepared, walked.top)
    return rankedRows(model, prepared, await lookAtEverybody(model, crew, prepared, k, threads, floorOf(walked.top)))
  }

  return {
    rank: async (query, k) => ranked(prepare(model, query), k),
    async rankAgreeing(query, k) {
      const prepared = prepare(model, query)
      return agreeing(model, prepared, await ranked(prepared, k))
    },
    async countFits(query, changes) {
      const count = prepareCount(model, query, changes)
      return countByPostings(model, count, recentOf(model, refresh), MOST_COUNTED) ?? countInSlices(model, count)
    },
    refresh,
    stop: () => crew.stop(),
    crew,
  }
}

/** Rows that changed since the postings were made; null where they are of no use. New ones are on their way when it is time. */
function recentOf({ postings, changes }: Model, refresh: () => Promise<void>): number[] | null {
  const recent = postings && changedSince(changes, postings.version)
  // A failure to make new ones is no failure to answer.
  if (recent === null || recent.length > MANY_CHANGES) refresh().catch(() => {})
  return recent === null || recent.length > TOO_MANY_CHANGES ? null : recent
}

function tryPostings(model: Model, prepared: Prepared, k: number, refresh: () => Promise<void>) {
  const { postings, rows, store } = model
  const top = emptyTop(Math.min(k, rows))
  const recent = recentOf(model, refresh)
  if (!canWalk(prepared) || postings === null || recent === null) return { exact: false, top }
  const { exact } = walkPostings(store, postings, recent, prepared, MOST_WALKED, top, scratchOf(model))
  return { exact, top }
}

/**
 * The best k of all rows as the model is when the answer comes.
 * @param floor a score that k rows reach now
 */
export async function lookAtEverybody(
  model: Model,
  crew: Crew,
  prepared: Prepared,
  k: number,
  threads: number,
  floor: number,
): Promise<Top> {
  const hidden = idsOf(model, prepared.blocked)
  for (let scan = 0; scan < MOST_SCANS && prepared.walk !== null; scan++) {
    const begun = { version: versionOf(model.changes), floor: scan === 0 ? floor : LOWEST, asked: k + MARGIN, hidden }
    const blocked = hidden.size === 0 ? null : bitsOf(model, hidden)
    const each = Math.ceil(model.rows / threads)
    const parts = Array.from({ length: threads }, (_, at) => {
      const [from, to] = [Math.min(model.rows, at * each), Math.min(model.rows, (at + 1) * each)]
      return lookAtPart(model, crew, prepared, { from, to, floor: begun.floor, k: begun.asked, blocked })
    })
    const top = reconcile(model, prepared, k, begun, await Promise.all(parts))
    if (top) return top
  }
  return allAtOnce(model, prepared, k, hidden)
}

/** By a thread of the crew; where there is none, here, in slices. */
async function lookAtPart(model: Model, crew: Crew, prepared: Prepared, part: PartAsked): Promise<Part> {
  const { store } = model
  if (crew.threads.length > 0) {
    try {
      const answer = await crew.ask({ act: 'scan', part }, (lane) => layOut(model, prepared, lane))
      if ('part' in answer) return answer.part
    } catch {
      // Nobody is left who could: it is done here.
    }
  }
  const steps = scanPart(store, part, (from, to, floor, hits) => prepared.scan(store, null, from, to, floor, hits))
  for (let block = 1; ; block++) {
    const step = steps.next()
    if (step.done) return step.value
    if (block % BLOCKS_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve))
  }
}

/** The memory of the model, with the tables of a query in the lane of the thread that will do it. */
function layOut({ kernel, store }: Model, { walk }: Pick<Prepared, 'walk'>, lane: number): Space {
  const { module, memory, layout } = kernel!
  if (walk !== null) fillLane(laneIn(memory.buffer, lane), walk.wanted, walk.reach)
  return { module, memory, layout, capacity: store.capacity, dimension: store.dimension, lane }
}

async function refreshPostings(model: Model, crew: Crew): Promise<void> {
  const { kernel, rows, world, tables, changes, postings } = model
  if (kernel === null) {
    freshPostings(model)
    return
  }
  model.building = true
  try {
    const [leaves, version, start] = [world.tree.middleOf.length, versionOf(changes), spareArea(kernel, postings)]
    const task: Task = { act: 'postings', rows, leaves, known: knownPoints(tables), version, start }
    const answer = await crew.ask(task, (lane) => layOut(model, { walk: null }, lane))
    // The model may have moved to other memory meanwhile; the next refresh will be there.
    if (model.kernel !== kernel || !('total' in answer)) return
    for (const row of answer.left) noteChange(changes, row)
    model.postings = postingsIn(kernel.memory.buffer, start, leaves, answer.total, version)
  } finally {
    model.building = false
  }
}
