import { hasBit } from '../bits.ts'
import { BLOCK, emptyHits, type Hits } from '../hits.ts'
import type { Model } from '../model.ts'
import type { Prepared } from '../prepare.ts'
import type { Store } from '../store.ts'
import { emptyTop, floorOf, offerRow, type Top } from '../top.ts'

/** The best k rows of everybody. */
export function bestOf(model: Model, prepared: Prepared, k: number): Top {
  const top = emptyTop(Math.min(k, model.rows))
  scanRange(model.store, prepared, 0, model.rows, top, emptyHits())
  return top
}

export function scanRange(store: Store, prepared: Prepared, from: number, to: number, top: Top, hits: Hits): void {
  for (let start = from; start < to; start += BLOCK) {
    prepared.scan(store, null, start, Math.min(to, start + BLOCK), floorOf(top), hits)
    offerHits(store, prepared, top, hits)
  }
}

/** Who is blocked is left out here, so that no kernel needs to know of it. */
export function offerHits(store: Store, { blocked }: Prepared, top: Top, hits: Hits): void {
  for (let at = 0; at < hits.size; at++) {
    const row = hits.rows[at]!
    const score = hits.scores[at]!
    if (score < floorOf(top) || (blocked !== null && hasBit(blocked, row))) continue
    offerRow(top, score, row, store.id[row]!)
  }
}
