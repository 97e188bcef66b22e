import { BLOCK, type Hits } from '../hits.ts'
import type { Model } from '../model.ts'
import type { Prepared, Walk } from '../prepare.ts'
import type { Store } from '../store.ts'
import { emptyTop, floorOf, LOWEST, type Top } from '../top.ts'
import type { Asked, AskedWalk } from './asked.ts'
import { buildAsked } from './build-asked.ts'
import { changedSince, versionOf } from './changes.ts'
import type { Kernel } from './kernel/kernel.ts'
import { offerHits } from './offer.ts'
import { buildPostings, knownPoints, type Postings } from './postings.ts'
import { emptyScratch, type Scratch } from './scratch.ts'
import { walkPostings } from './walk.ts'
import { walkAsked } from './walk-asked.ts'

/** Below this everybody is looked at faster than postings are found. */
export const POSTINGS_FROM = 4096
/** A posting costs about as much as a row that is looked at in its turn: past as many it is cheaper to look at everybody. */
const WALKED_AT_MOST = 1

/** The best k rows of everybody, by postings where that is exact and cheaper. */
export function bestOf(model: Model, prepared: Prepared, k: number): Top {
  const { store, rows } = model
  const top = emptyTop(Math.min(k, rows))
  let floor = LOWEST
  if (canWalk(prepared) && rows >= POSTINGS_FROM) {
    const { postings, recent } = freshPostings(model)
    const most = rows * WALKED_AT_MOST
    if (walkPostings(store, postings, recent, prepared, most, top, scratchOf(model)).exact) return top
    floor = floorOf(top)
    top.size = 0
  }
  if (canAsk(prepared) && rows >= POSTINGS_FROM) {
    const { asked, recent } = freshAsked(model)
    walkAsked(store, asked, recent, prepared, top, scratchOf(model))
    return top
  }
  scanRange(store, prepared, 0, rows, floor, top, scratchOf(model).hits)
  return top
}

export function canWalk(prepared: Prepared): prepared is Prepared & { walk: Walk } {
  return prepared.walk !== null
}

function canAsk(prepared: Prepared): prepared is Prepared & { asks: AskedWalk } {
  return prepared.asks !== null
}

/** @param floor a score that k rows are known to reach */
export function scanRange(
  store: Store,
  prepared: Prepared,
  from: number,
  to: number,
  floor: number,
  top: Top,
  hits: Hits,
): void {
  for (let start = from; start < to; start += BLOCK) {
    prepared.scan(store, null, start, Math.min(to, start + BLOCK), Math.max(floor, floorOf(top)), hits)
    offerHits(store, prepared, top, hits)
  }
}

/** The postings of a model and what changed since; made anew when that is more than a part of a query. */
export function freshPostings(model: Model): { postings: Postings; recent: number[] } {
  const { store, rows, world, changes, tables, kernel } = model
  const recent = model.postings ? changedSince(changes, model.postings.version) : null
  if (model.postings && recent && recent.length <= mostRecent(rows)) {
    return { postings: model.postings, recent }
  }
  const leaves = world.tree.middleOf.length
  const into = kernel && !model.building && { buffer: kernel.memory.buffer, start: spareArea(kernel, model.postings) }
  model.postings = buildPostings(store, rows, leaves, knownPoints(tables), versionOf(changes), into || null)
  return { postings: model.postings, recent: [] }
}

/** What projects ask for and what changed since; made anew as postings are. */
function freshAsked(model: Model): { asked: Asked; recent: number[] } {
  const { store, rows, world, tables, changes } = model
  const recent = model.asked ? changedSince(changes, model.asked.version) : null
  if (model.asked && recent && recent.length <= mostRecent(rows)) return { asked: model.asked, recent }
  model.asked = buildAsked(store, rows, world.tree.middleOf.length, tables, versionOf(changes))
  return { asked: model.asked, recent: [] }
}

export function mostRecent(rows: number): number {
  return Math.max(1024, rows / 256)
}

/** The place for new postings while those that are there are still read. */
export function spareArea({ layout }: Kernel, inUse: Postings | null): number {
  return layout.areas[inUse?.starts.byteOffset === layout.areas[0] ? 1 : 0]
}

/** A query works from beginning to end without a pause, so one is enough. */
export function scratchOf(model: Model): Scratch {
  if (model.scratch === null || model.scratch.seen.length * 32 < model.store.capacity) {
    model.scratch = emptyScratch(model.store.capacity)
  }
  return model.scratch
}
