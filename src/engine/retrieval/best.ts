import { BLOCK, emptyHits, type Hits } from '../hits.ts'
import type { Model } from '../model.ts'
import type { Prepared } from '../prepare.ts'
import type { Store } from '../store.ts'
import type { Wanted } from '../talentscan.ts'
import { emptyTop, floorOf, LOWEST, type Top } from '../top.ts'
import { changedSince, versionOf } from './changes.ts'
import { offerHits } from './offer.ts'
import { buildPostings, type Postings } from './postings.ts'
import { walkPostings } from './walk.ts'

/** Below this everybody is looked at faster than postings are found. */
const POSTINGS_FROM = 4096
/** Read by postings a row costs more than read in its turn: past an eighth of all it is cheaper to look at everybody. */
export const WALKED_AT_MOST = 1 / 8

/** The best k rows of everybody, by postings where that is exact and cheaper. */
export function bestOf(model: Model, prepared: Prepared, k: number): Top {
  const { store, rows } = model
  const hits = emptyHits()
  const top = emptyTop(Math.min(k, rows))
  let floor = LOWEST
  if (canWalk(prepared) && rows >= POSTINGS_FROM) {
    const { postings, recent } = freshPostings(model)
    const most = rows * WALKED_AT_MOST
    if (walkPostings(model.world, store, postings, recent, prepared, most, top, hits).exact) return top
    floor = floorOf(top)
    top.size = 0
  }
  scanRange(store, prepared, 0, rows, floor, top, hits)
  return top
}

/** Whether a query can be walked: one without job codes would begin nowhere. */
export function canWalk(prepared: Prepared): prepared is Prepared & { wanted: Wanted } {
  return prepared.wanted !== null && prepared.wanted.project.shape[0] !== 0
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
  const { store, rows, world, changes } = model
  const recent = model.postings ? changedSince(changes, model.postings.version) : null
  if (model.postings && recent && recent.length <= Math.max(1024, rows / 256)) {
    return { postings: model.postings, recent }
  }
  model.postings = buildPostings(store, rows, world.tree.middleOf.length, versionOf(changes))
  return { postings: model.postings, recent: [] }
}
