import { BLOCK, emptyHits, type Hits } from '../hits.ts'

/** Room to work in, kept from one query to the next: a million bits made anew for each keep the garbage collector busy. */
export interface Scratch {
  hits: Hits
  block: Int32Array
  /** Rows of `block` in use, where it is filled row by row. */
  size: number
  found: Int32Array
  /** A bit a row. */
  seen: Uint32Array
}

export function emptyScratch(capacity: number): Scratch {
  const rows = () => new Int32Array(BLOCK)
  return { hits: emptyHits(), block: rows(), size: 0, found: rows(), seen: new Uint32Array((capacity + 31) >> 5) }
}
