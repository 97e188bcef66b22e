import { CODE_NONE, FEE_NOT_SAID, PROJECT_CODES } from '../fields.ts'
import type { Tables } from '../fixed.ts'
import { PROJECT_AT } from '../row.ts'
import { STRIDE, type Store } from '../store.ts'

/** Which projects ask for a job code: for leaf l those from `starts[l]` to `starts[l + 1]` of `rows`, lowest first. */
export interface Asked {
  starts: Uint32Array
  rows: Int32Array
  /**
   * By row what tells most of them out, in two words: prefecture (6 bits), work (4), industry (8), times (8); fee (8, see `feeStep`),
   * hours (8), and what is known of its points without a person: record and answer less the price (16, see KNOWN_STEP).
   */
  digests: Uint32Array
  /** All rows by prefecture and work (those of p from `places[p]` to `places[p + 1]`), and there by what is known, the most first. */
  order: Int32Array
  places: Uint32Array
  /** Changes of the model up to here are in it. */
  version: number
}

/** What is walked for a talent. */
export interface AskedWalk {
  /** Leaves that agree with a code of the talent, the best agreement first: same leaf, same middle, same major. */
  leaves: readonly (readonly number[])[]
  /** For each of these the most that a project can reach of which no code agrees as well. */
  below: readonly number[]
  /** The most points of codes and levels together where none agrees better than that: same leaf, middle, major, none. */
  able: readonly number[]
  /** Points of the way of working and the most of a tie, by prefecture and work; far below every score where work is barred. */
  ties: Int32Array
  /** By the byte of an industry. */
  industry: Int16Array
  /** By the byte of hours. */
  hours: Int16Array
  /** The most by the step of a fee. */
  fee: Int16Array
  times: number
  /** The most that industry, hours and fee can bring together. */
  told: number
  /** The most that all other factors can bring. */
  others: number
}

/** Work that no project has: of whoever is not live. */
const GONE = 15

/** Where `ties` of a walk has what a digest says of place and work. */
export const TIES = 1 << 10

export function tieAt(prefecture: number, work: number): number {
  return prefecture | (work << 6)
}

/** Points that one step of `known` stands for; it is rounded up, so that nobody is told out who could come in. */
const KNOWN_STEP = 4
/** Fees of one step, and the last step but that of whoever does not say. */
const FEE_STEP = 64
const LAST_STEP = 254

/** Steps of a fee. */
export const FEE_STEPS = 256

export function feeStep(fee: number): number {
  return fee === FEE_NOT_SAID ? LAST_STEP + 1 : Math.min(LAST_STEP, Math.floor(fee / FEE_STEP))
}

/** The lowest and the highest fee of a step. */
export function feesOf(step: number): readonly [number, number] {
  if (step > LAST_STEP) return [FEE_NOT_SAID, FEE_NOT_SAID]
  return [step * FEE_STEP, step === LAST_STEP ? FEE_NOT_SAID - 1 : (step + 1) * FEE_STEP - 1]
}

/** Can the project of a row reach the floor? Told without looking at it. */
export function canReach(
  { ties, industry, times, hours, fee, others }: AskedWalk,
  digests: Uint32Array,
  row: number,
  able: number,
  floor: number,
): boolean {
  const digest = digests[2 * row]!
  const shared = (digest >>> 18) & times
  if (shared === 0 && digest >>> 18 !== 0) return false
  const told = digests[2 * row + 1]!
  const most = able + ties[digest & (TIES - 1)]! + industry[(digest >> 10) & 255]! + others
  return most + (told >> 16) * KNOWN_STEP + hours[(told >> 8) & 255]! + fee[told & 255]! >= floor
}

/** The rows from `at` of `order` on have no more than this known, among those of one place. */
export function mostKnown({ digests, order }: Asked, at: number): number {
  return ((digests[2 * order[at]! + 1]! >> 16) | ROUGHLY) * KNOWN_STEP
}

/** What each of the first `rows` rows of a store of projects asks for: 28 bytes a project at most, a few milliseconds for 100,000. */
export function buildAsked(store: Store, rows: number, leaves: number, tables: Tables, version: number): Asked {
  const starts = new Uint32Array(leaves + 1)
  eachCode(store, rows, (code) => {
    starts[code + 1]!++
  })
  for (let leaf = 0; leaf < leaves; leaf++) starts[leaf + 1]! += starts[leaf]!
  const next = starts.slice()
  const places = new Int32Array(starts[leaves]!)
  eachCode(store, rows, (code, row) => {
    places[next[code]!++] = row
  })
  const digests = new Uint32Array(2 * rows)
  for (let row = 0; row < rows; row++) {
    digests[2 * row] = digestOf(store, row)
    digests[2 * row + 1] = toldOf(store, row, tables)
  }
  const all = Int32Array.from({ length: rows }, (_, row) => row)
  const byKnown = sorted(all, KNOWNS, (row) => (32767 - (digests[2 * row + 1]! >> 16)) >> 4).order
  const { order, starts: byPlace } = sorted(byKnown, TIES, (row) => digests[2 * row]! & (TIES - 1))
  return { starts, rows: places, digests, order, places: byPlace, version }
}

/** Known points are put in order by steps of 16, which is quick, so what comes later may be known to have up to 15 more. */
const ROUGHLY = 15
const KNOWNS = 65536 / (ROUGHLY + 1)

/** Rows by a key, those of one key in the order in which they were. */
function sorted(rows: Int32Array, keys: number, keyOf: (row: number) => number) {
  const starts = new Uint32Array(keys + 1)
  for (const row of rows) starts[keyOf(row) + 1]!++
  for (let key = 0; key < keys; key++) starts[key + 1]! += starts[key]!
  const next = starts.slice()
  const order = new Int32Array(rows.length)
  for (const row of rows) order[next[keyOf(row)]!++] = row
  return { order, starts }
}

function digestOf({ bytes, halves }: Store, row: number): number {
  const start = row * STRIDE.projects
  const work = bytes[start + PROJECT_AT.live] === 0 ? GONE : bytes[start + PROJECT_AT.work]!
  const prefecture = Math.floor(halves[(start + PROJECT_AT.place) / 2]! / 1000)
  return (
    tieAt(prefecture, work) | (bytes[start + PROJECT_AT.industry]! << 10) | (bytes[start + PROJECT_AT.times]! << 18)
  )
}

function toldOf({ bytes, halves, signed }: Store, row: number, { points: { record, answer } }: Tables): number {
  const start = row * STRIDE.projects
  const known =
    record.apply[bytes[start + PROJECT_AT.record]!]! +
    answer.apply[bytes[start + PROJECT_AT.answer]!]! -
    signed[(start + PROJECT_AT.price) / 2]!
  const fee = feeStep(halves[(start + PROJECT_AT.fee) / 2]!)
  return (Math.ceil(known / KNOWN_STEP) << 16) | (bytes[start + PROJECT_AT.hours]! << 8) | fee
}

/** Who is not live is left out: whoever becomes so has changed since. */
function eachCode({ bytes, halves }: Store, rows: number, see: (code: number, row: number) => void): void {
  for (let row = 0; row < rows; row++) {
    const start = row * STRIDE.projects
    if (bytes[start + PROJECT_AT.live] === 0) continue
    const codes = (start + PROJECT_AT.codes) / 2
    for (let slot = 0; slot < PROJECT_CODES && halves[codes + slot] !== CODE_NONE; slot++)
      see(halves[codes + slot]!, row)
  }
}
