import { CODE_NONE, TALENT_CODES } from '../fields.ts'
import { TALENT_AT } from '../row.ts'
import { STRIDE, type Store } from '../store.ts'

/** Which rows hold a job code: of leaf l those from `starts[l]` to `starts[l + 1]` of `rows`, lowest first. */
export interface Postings {
  starts: Uint32Array
  rows: Int32Array
  /** Changes of the model up to here are in it. */
  version: number
}

/** Postings of the first `rows` rows of a store of talents; in shared memory where the store is. */
export function buildPostings(store: Store, rows: number, leaves: number, version: number): Postings {
  const fresh = (bytes: number) =>
    store.bytes.buffer instanceof SharedArrayBuffer ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes)
  const starts = new Uint32Array(fresh((leaves + 1) * 4))
  eachCode(store, rows, (code) => {
    starts[code + 1]!++
  })
  for (let leaf = 0; leaf < leaves; leaf++) starts[leaf + 1]! += starts[leaf]!
  const sorted = new Int32Array(fresh(starts[leaves]! * 4))
  const next = starts.slice()
  eachCode(store, rows, (code, row) => {
    sorted[next[code]!++] = row
  })
  return { starts, rows: sorted, version }
}

function eachCode({ halves }: Store, rows: number, see: (code: number, row: number) => void): void {
  for (let row = 0; row < rows; row++) {
    const start = (row * STRIDE.talents + TALENT_AT.codes) / 2
    for (let at = start; at < start + TALENT_CODES && halves[at] !== CODE_NONE; at++) see(halves[at]!, row)
  }
}
