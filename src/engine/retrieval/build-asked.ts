import { CODE_NONE, PROJECT_CODES } from '../fields.ts'
import type { Tables } from '../fixed.ts'
import { PROJECT_AT } from '../row.ts'
import { finish } from '../steps.ts'
import { STRIDE, type Store } from '../store.ts'
import { type Asked, feeStep, GONE, KNOWN_STEP, ROUGHLY, TIES, tieAt } from './asked.ts'

/** Rows between two pauses: below five milliseconds, also by code that is not compiled yet. */
const PIECE = 4096

/** What each of the first `rows` rows of a store of projects asks for: 28 bytes a project at most. At once: 20 milliseconds for 100,000. */
export function buildAsked(store: Store, rows: number, leaves: number, tables: Tables, version: number): Asked {
  return finish(buildingAsked(store, rows, leaves, tables, version))
}

/** The same with pauses, in which rows may change: what was there at the beginning is what it tells of. */
export function* buildingAsked(
  store: Store,
  rows: number,
  leaves: number,
  tables: Tables,
  version: number,
): Generator<void, Asked> {
  const kept = copyOf(store, rows)
  const starts = new Uint32Array(leaves + 1)
  for (const [from, to] of pieces(rows)) {
    countCodes(kept, from, to, starts)
    yield
  }
  for (let leaf = 0; leaf < leaves; leaf++) starts[leaf + 1]! += starts[leaf]!
  const next = starts.slice()
  const places = new Int32Array(starts[leaves]!)
  for (const [from, to] of pieces(rows)) {
    placeCodes(kept, from, to, next, places)
    yield
  }
  const digests = new Uint32Array(2 * rows)
  const [knowns, wheres] = [new Uint16Array(rows), new Uint16Array(rows)]
  const all = new Int32Array(rows)
  for (const [from, to] of pieces(rows)) {
    for (let row = from; row < to; row++) {
      digests[2 * row] = digestOf(kept, row)
      digests[2 * row + 1] = toldOf(kept, row, tables)
      knowns[row] = (32767 - (digests[2 * row + 1]! >> 16)) >> 4
      wheres[row] = digests[2 * row]! & (TIES - 1)
      all[row] = row
    }
    yield
  }
  const byKnown = (yield* sorting(all, KNOWNS, knowns)).order
  const { order, starts: byPlace } = yield* sorting(byKnown, TIES, wheres)
  return { starts, rows: places, digests, order, places: byPlace, version }
}

const KNOWNS = 65536 / (ROUGHLY + 1)

type Kept = Pick<Store, 'bytes' | 'halves' | 'signed'>

function copyOf({ bytes }: Store, rows: number): Kept {
  const { buffer } = bytes.slice(0, rows * STRIDE.projects)
  return { bytes: new Uint8Array(buffer), halves: new Uint16Array(buffer), signed: new Int16Array(buffer) }
}

function pieces(rows: number): [number, number][] {
  const count = Math.ceil(rows / PIECE)
  return Array.from({ length: count }, (_, at) => [at * PIECE, Math.min(rows, (at + 1) * PIECE)])
}

/** Rows by the key of each, those of one key in the order in which they were. */
function* sorting(rows: Int32Array, keys: number, keyOf: Uint16Array) {
  const starts = new Uint32Array(keys + 1)
  for (const [from, to] of pieces(rows.length)) {
    for (let at = from; at < to; at++) starts[keyOf[rows[at]!]! + 1]!++
    yield
  }
  for (let key = 0; key < keys; key++) starts[key + 1]! += starts[key]!
  const next = starts.slice()
  const order = new Int32Array(rows.length)
  for (const [from, to] of pieces(rows.length)) {
    for (let at = from; at < to; at++) order[next[keyOf[rows[at]!]!]!++] = rows[at]!
    yield
  }
  return { order, starts }
}

function digestOf({ bytes, halves }: Kept, row: number): number {
  const start = row * STRIDE.projects
  const work = bytes[start + PROJECT_AT.live] === 0 ? GONE : bytes[start + PROJECT_AT.work]!
  const prefecture = Math.floor(halves[(start + PROJECT_AT.place) / 2]! / 1000)
  return (
    tieAt(prefecture, work) | (bytes[start + PROJECT_AT.industry]! << 10) | (bytes[start + PROJECT_AT.times]! << 18)
  )
}

function toldOf({ bytes, halves, signed }: Kept, row: number, { points: { record, answer } }: Tables): number {
  const start = row * STRIDE.projects
  const known =
    record.apply[bytes[start + PROJECT_AT.record]!]! +
    answer.apply[bytes[start + PROJECT_AT.answer]!]! -
    signed[(start + PROJECT_AT.price) / 2]!
  const fee = feeStep(halves[(start + PROJECT_AT.fee) / 2]!)
  return (Math.ceil(known / KNOWN_STEP) << 16) | (bytes[start + PROJECT_AT.hours]! << 8) | fee
}

/** Who is not live is left out here and below: whoever becomes so has changed since. */
function countCodes({ bytes, halves }: Kept, from: number, to: number, starts: Uint32Array): void {
  for (let row = from; row < to; row++) {
    const start = row * STRIDE.projects
    if (bytes[start + PROJECT_AT.live] === 0) continue
    const codes = (start + PROJECT_AT.codes) / 2
    for (let slot = 0; slot < PROJECT_CODES && halves[codes + slot] !== CODE_NONE; slot++)
      starts[halves[codes + slot]! + 1]!++
  }
}

function placeCodes({ bytes, halves }: Kept, from: number, to: number, next: Uint32Array, places: Int32Array): void {
  for (let row = from; row < to; row++) {
    const start = row * STRIDE.projects
    if (bytes[start + PROJECT_AT.live] === 0) continue
    const codes = (start + PROJECT_AT.codes) / 2
    for (let slot = 0; slot < PROJECT_CODES && halves[codes + slot] !== CODE_NONE; slot++)
      places[next[halves[codes + slot]!]!++] = row
  }
}
