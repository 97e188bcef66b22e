import { FEE_NOT_SAID } from '../fields.ts'

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
  leaves: readonly Int32Array[]
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
export const GONE = 15

/** Where `ties` of a walk has what a digest says of place and work. */
export const TIES = 1 << 10

export function tieAt(prefecture: number, work: number): number {
  return prefecture | (work << 6)
}

/** Points that one step of `known` stands for; it is rounded up, so that nobody is told out who could come in. */
export const KNOWN_STEP = 4
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

/** Known points are put in order by steps of 16, which is quick, so what comes later may be known to have up to 15 more. */
export const ROUGHLY = 15

/** Where, from `from` to `to` of `order` and in one place, those end of whom so many points may be known. */
export function endOfKnown(asked: Asked, from: number, to: number, points: number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if (mostKnown(asked, middle) >= points) low = middle + 1
    else high = middle
  }
  return low
}
