import { CODE_NONE, TALENT_CODES, TALENT_TIES } from '../fields.ts'
import type { Tables } from '../fixed.ts'
import { blockOf } from '../prefectures.ts'
import { TALENT_AT } from '../row.ts'
import { STRIDE, type Store } from '../store.ts'

/** Bytes of what a posting tells of its row. */
export const DIGEST = 8
/** Where it stands: single bytes, then two halves. */
export const DIGEST_AT = { skill: 0, hours: 1, times: 2, way: 3, fee: 4, known: 6 } as const
/** `known` is in steps of four points, rounded up, so that it fits into 16 bits whatever the tables say. */
export const KNOWN_STEP = 4
/** A row takes so many bits of a posting; the 8 above tell in which blocks of prefectures the person has a tie. */
const ROW_BITS = 24
export const ROW_MASK = 2 ** ROW_BITS - 1
/** Steps there can be. */
const STEPS = 65536

/**
 * Which rows hold a job code: of leaf l those from `starts[l]` to `starts[l + 1]` of `rows`, lowest first. After the last
 * leaf stand all rows once more, those with the most `known` points first. Beside each posting stands a digest of the row,
 * so that most are passed over without a look at the row, which lies somewhere else in memory. `rows` tells ties too (see ROW_BITS).
 */
export interface Postings {
  starts: Uint32Array
  rows: Int32Array
  /**
   * `DIGEST` bytes each: packed skill in this code, free hours, times of the week, prefecture × 5 + visits, fee hoped for,
   * and the points that do not depend on the query (record, answering, price).
   */
  digests: Uint8Array
  halves: Uint16Array
  signed: Int16Array
  /** Changes of the model up to here are in it. */
  version: number
}

/** The two tables that make `known`. */
export type KnownPoints = { record: Int16Array; answer: Int16Array }

export function knownPoints({ points }: Tables): KnownPoints {
  return { record: points.record.offer, answer: points.answer.offer }
}

/** Bytes of the postings of a store that holds as many codes as there is room for. */
export function postingsSize(leaves: number, capacity: number): number {
  return placesOf(leaves, capacity * (TALENT_CODES + 1)).size
}

/**
 * Postings of the first `rows` rows of a store of talents.
 * @param noPlace hears of rows whose place another took that changed meanwhile: they are to be noted as changed
 * @param into memory that is large enough (see postingsSize) and read by nobody; own memory when null
 * @throws RangeError for more than 16,777,216 rows
 */
export function buildPostings(
  store: Store,
  rows: number,
  leaves: number,
  known: KnownPoints,
  version: number,
  into: { buffer: ArrayBufferLike; start: number } | null,
  noPlace: (row: number) => void = () => {},
): Postings {
  if (rows > ROW_MASK + 1) throw new RangeError(`rows: ${rows}, must be at most ${ROW_MASK + 1}`)
  const next = new Uint32Array(leaves + 2)
  const steps = new Uint32Array(STEPS + 2)
  eachRow(store, rows, (row) => {
    next[leaves + 1]!++
    steps[STEPS + 1 - stepOf(store, row, known)]!++
    eachCode(store, row, (code) => {
      next[code + 1]!++
    })
  })
  for (let leaf = 0; leaf <= leaves; leaf++) next[leaf + 1]! += next[leaf]!
  const total = next[leaves + 1]!
  steps[0] = next[leaves]!
  for (let step = 0; step <= STEPS; step++) steps[step + 1]! += steps[step]!
  const at = into ?? { buffer: new ArrayBuffer(placesOf(leaves, total).size), start: 0 }
  const postings = postingsIn(at.buffer, at.start, leaves, total, version)
  postings.starts.set(next)
  orderKnown(postings, steps)
  const ends = steps.slice(1)
  // A row may change between the two rounds, where another thread owns the store. It will be looked at anyway (see
  // Changes), and what stands in its place does not matter; but it may take the place of one that did not change.
  eachRow(store, rows, (row) => {
    const points = stepOf(store, row, known) - STEPS / 2
    const step = STEPS / 2 - points
    if (steps[step]! < ends[step]!) writePosting(postings, steps[step]!++, store, row, 0, points)
    else noPlace(row)
    eachCode(store, row, (code, slot) => {
      const skill = store.bytes[row * STRIDE.talents + TALENT_AT.skills + slot]!
      if (next[code]! < postings.starts[code + 1]!) {
        writePosting(postings, next[code]!++, store, row, skill, points)
      } else noPlace(row)
    })
  })
  return postings
}

/** Writes how many known points the rows at each place have, so that they stand in order whoever will be there. */
function orderKnown({ signed }: Postings, steps: Uint32Array): void {
  for (let step = 0; step <= STEPS; step++) {
    for (let at = steps[step]!; at < steps[step + 1]!; at++) {
      signed[(at * DIGEST + DIGEST_AT.known) / 2] = STEPS / 2 - step
    }
  }
}

/** Postings that stand at byte `start` of a buffer already. */
export function postingsIn(
  buffer: ArrayBufferLike,
  start: number,
  leaves: number,
  total: number,
  version: number,
): Postings {
  const places = placesOf(leaves, total)
  return {
    starts: new Uint32Array(buffer, start, leaves + 2),
    rows: new Int32Array(buffer, start + places.rows, total),
    digests: new Uint8Array(buffer, start + places.digests, total * DIGEST),
    halves: new Uint16Array(buffer, start + places.digests, total * (DIGEST / 2)),
    signed: new Int16Array(buffer, start + places.digests, total * (DIGEST / 2)),
    version,
  }
}

/** Where, among all rows by known points, those end that have at least `points`. */
export function endOfKnown({ starts, signed }: Postings, points: number): number {
  let [low, high] = [starts.at(-2)!, starts.at(-1)!]
  while (low < high) {
    const middle = (low + high) >> 1
    if (signed[(middle * DIGEST + DIGEST_AT.known) / 2]! * KNOWN_STEP >= points) low = middle + 1
    else high = middle
  }
  return low
}

/** All bytes of postings, as postingsIn finds them. */
export function bytesOf({ starts, rows }: Postings): Uint8Array {
  return new Uint8Array(starts.buffer, starts.byteOffset, postingsSizeOf(starts.length - 2, rows.length))
}

/** Bytes of so many postings. */
export function postingsSizeOf(leaves: number, total: number): number {
  return placesOf(leaves, total).size
}

/** The same postings in other memory. */
export function copyPostings(from: Postings, buffer: ArrayBufferLike, start: number): Postings {
  const copy = postingsIn(buffer, start, from.starts.length - 2, from.rows.length, from.version)
  bytesOf(copy).set(bytesOf(from))
  return copy
}

function placesOf(leaves: number, total: number) {
  const digests = Math.ceil(((leaves + 2) * 4) / 64) * 64
  const rows = digests + total * DIGEST
  return { digests, rows, size: rows + total * 4 }
}

function writePosting(to: Postings, at: number, store: Store, row: number, skill: number, points: number): void {
  const { bytes, halves } = store
  const start = row * STRIDE.talents
  const byte = at * DIGEST
  to.rows[at] = row | tieBits(halves, start / 2)
  to.digests[byte + DIGEST_AT.skill] = skill
  to.digests[byte + DIGEST_AT.hours] = bytes[start + TALENT_AT.hours]!
  to.digests[byte + DIGEST_AT.times] = bytes[start + TALENT_AT.times]!
  to.digests[byte + DIGEST_AT.way] = bytes[start + TALENT_AT.prefecture]! * 5 + bytes[start + TALENT_AT.visits]!
  to.halves[(byte + DIGEST_AT.fee) / 2] = halves[(start + TALENT_AT.fee) / 2]!
  to.signed[(byte + DIGEST_AT.known) / 2] = points
}

/** The bit of a block of prefectures among those above a row. A ninth would share the first one's, which only lets more be looked at. */
export function blockBit(prefecture: number): number {
  return 1 << (ROW_BITS + (blockOf(prefecture) & 7))
}

function tieBits(halves: Uint16Array, start: number): number {
  let bits = 0
  for (let slot = 0; slot < TALENT_TIES; slot++) {
    const place = halves[start + TALENT_AT.tiePlaces / 2 + slot]!
    if (place !== 0) bits |= blockBit(Math.floor(place / 1000))
  }
  return bits
}

/** Known points of a row in steps, raised so that none is negative. */
function stepOf({ bytes, signed }: Store, row: number, known: KnownPoints): number {
  const start = row * STRIDE.talents
  const points =
    known.record[bytes[start + TALENT_AT.record]!]! +
    known.answer[bytes[start + TALENT_AT.answer]!]! -
    signed[(start + TALENT_AT.price) / 2]!
  return Math.ceil(points / KNOWN_STEP) + STEPS / 2
}

/** Who is not live is left out: whoever becomes so has changed since. */
function eachRow({ bytes }: Store, rows: number, see: (row: number) => void): void {
  for (let row = 0; row < rows; row++) if (bytes[row * STRIDE.talents + TALENT_AT.live] !== 0) see(row)
}

function eachCode({ halves }: Store, row: number, see: (code: number, slot: number) => void): void {
  const codes = (row * STRIDE.talents + TALENT_AT.codes) / 2
  for (let slot = 0; slot < TALENT_CODES && halves[codes + slot] !== CODE_NONE; slot++) see(halves[codes + slot]!, slot)
}
