import { hasBit } from '../bits.ts'
import type { Hits } from '../hits.ts'
import type { Prepared } from '../prepare.ts'
import type { Store } from '../store.ts'
import { floorOf, offerRow, type Top } from '../top.ts'

/** Who is blocked is left out here, so that no kernel needs to know of it. */
export function offerHits(store: Store, { blocked }: Pick<Prepared, 'blocked'>, top: Top, hits: Hits): void {
  for (let at = 0; at < hits.size; at++) {
    const row = hits.rows[at]!
    const score = hits.scores[at]!
    if (score < floorOf(top) || (blocked !== null && hasBit(blocked, row))) continue
    offerRow(top, score, row, store.id[row]!)
  }
}
