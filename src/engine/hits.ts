import type { Store } from './store.ts'

/** Rows scored between two looks at the heap: small enough to stay in the first cache. */
export const BLOCK = 2048

/** The rows of one block that reached the floor, with their scores. */
export interface Hits {
  size: number
  rows: Int32Array
  scores: Int32Array
}

/**
 * Scores rows `from` … `to` - 1, or the rows that stand at these places of `list`, and keeps in `hits` those that pass
 * the filters and reach `floor`. At most BLOCK at once.
 */
export type Scan = (store: Store, list: Int32Array | null, from: number, to: number, floor: number, hits: Hits) => void

export function emptyHits(): Hits {
  return { size: 0, rows: new Int32Array(BLOCK), scores: new Int32Array(BLOCK) }
}
