import { BLOCK, emptyHits } from '../../hits.ts'
import type { Store } from '../../store.ts'
import { emptyTop, floorOf } from '../../top.ts'
import { offerHits } from '../offer.ts'

/** The best of some rows, in no order. */
export interface Part {
  rows: Int32Array
  scores: Int32Array
}

export interface PartAsked {
  from: number
  to: number
  /** Rows below it are left out. */
  floor: number
  k: number
  blocked: Uint32Array | null
}

/**
 * Looks at the rows of a part, block by block.
 * @param scan scores a block (see Scan)
 */
export function* scanPart(
  store: Store,
  { from, to, floor, k, blocked }: PartAsked,
  scan: (from: number, to: number, floor: number, hits: ReturnType<typeof emptyHits>) => void,
): Generator<void, Part> {
  const top = emptyTop(Math.min(k, to - from))
  const hits = emptyHits()
  for (let start = from; start < to; start += BLOCK) {
    scan(start, Math.min(to, start + BLOCK), Math.max(floor, floorOf(top)), hits)
    offerHits(store, { blocked }, top, hits)
    yield
  }
  return { rows: top.rows.slice(0, top.size), scores: top.scores.slice(0, top.size) }
}
