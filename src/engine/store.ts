import type { Side } from './columns.ts'
import { PROJECT_AT, type ProjectRow, TALENT_AT, type TalentRow } from './row.ts'

/** Bytes from one row to the next: a talent fills one line of the cache, two projects share one. */
export const STRIDE = { talents: 64, projects: 32 } as const

/**
 * All rows of one side. Row by row and not column by column: whoever walks the postings of a job code reads one line of
 * the cache for each person instead of seventeen.
 */
export interface Store {
  side: Side
  /** Rows there is room for. */
  capacity: number
  dimension: number
  /** The caller's key of each row. */
  id: Int32Array
  /** The rows, `STRIDE` bytes each, in three widths; columns within a row as TALENT_AT and PROJECT_AT say. */
  bytes: Uint8Array
  halves: Uint16Array
  signed: Int16Array
  /** `dimension` values a row. */
  text: Int8Array
}

/** Bytes of a store: rows first, then texts, then ids, each on a line of the cache. */
export function storeSize(side: Side, capacity: number, dimension: number): number {
  return idsAt(side, capacity, dimension) + capacity * 4
}

/** A store over `buffer` from byte `start`, a multiple of 64; what is there already is taken for rows. */
export function storeIn(
  buffer: ArrayBufferLike,
  start: number,
  side: Side,
  capacity: number,
  dimension: number,
): Store {
  const length = capacity * STRIDE[side]
  return {
    ...{ side, capacity, dimension },
    id: new Int32Array(buffer, start + idsAt(side, capacity, dimension), capacity),
    bytes: new Uint8Array(buffer, start, length),
    halves: new Uint16Array(buffer, start, length / 2),
    signed: new Int16Array(buffer, start, length / 2),
    text: new Int8Array(buffer, start + textsAt(side, capacity), capacity * dimension),
  }
}

export function emptyStore(side: Side, capacity: number, dimension: number): Store {
  return storeIn(new ArrayBuffer(storeSize(side, capacity, dimension)), 0, side, capacity, dimension)
}

/** False where the row stood there already, byte for byte: then nothing was written. */
export function putRow(store: Store, row: number, from: TalentRow | ProjectRow): boolean {
  const start = row * STRIDE[store.side]
  if (store.id[row] === from.id[0] && holds(store.bytes, start, from.bytes)) {
    if (holds(store.text, row * store.dimension, from.text)) return false
  }
  store.bytes.set(from.bytes, start)
  store.text.set(from.text, row * store.dimension)
  store.id[row] = from.id[0]!
  return true
}

function holds(all: Uint8Array | Int8Array, from: number, part: Uint8Array | Int8Array): boolean {
  for (let at = 0; at < part.length; at++) if (all[from + at] !== part[at]) return false
  return true
}

export function takeRow(store: Store, row: number, to: TalentRow | ProjectRow): void {
  const start = row * STRIDE[store.side]
  to.bytes.set(store.bytes.subarray(start, start + to.bytes.length))
  to.text.set(store.text.subarray(row * store.dimension, (row + 1) * store.dimension))
  to.id[0] = store.id[row]!
}

/** A row that is not live is never returned. */
export function setLive(store: Store, row: number, live: 0 | 1): void {
  const at = store.side === 'talents' ? TALENT_AT.live : PROJECT_AT.live
  store.bytes[row * STRIDE[store.side] + at] = live
}

/** Copies the first rows of a store into a larger one of the same kind. */
export function copyRows(from: Store, rows: number, to: Store): void {
  to.bytes.set(from.bytes.subarray(0, rows * STRIDE[from.side]))
  to.text.set(from.text.subarray(0, rows * from.dimension))
  to.id.set(from.id.subarray(0, rows))
}

function textsAt(side: Side, capacity: number): number {
  return inLines(capacity * STRIDE[side])
}

function idsAt(side: Side, capacity: number, dimension: number): number {
  return inLines(textsAt(side, capacity) + capacity * dimension)
}

function inLines(bytes: number): number {
  return Math.ceil(bytes / 64) * 64
}
