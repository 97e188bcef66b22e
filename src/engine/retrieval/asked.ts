import { CODE_NONE, PROJECT_CODES } from '../fields.ts'
import { PROJECT_AT } from '../row.ts'
import { STRIDE, type Store } from '../store.ts'

/** Which projects ask for a job code: for leaf l those from `starts[l]` to `starts[l + 1]` of `rows`, lowest first. */
export interface Asked {
  starts: Uint32Array
  rows: Int32Array
  /** By row what tells most of them out: prefecture (6 bits), work (4), industry (8), times (8). */
  digests: Uint32Array
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
  /** The most points of a tie by prefecture and work; far below every score where work is barred. */
  ties: Int32Array
  /** By the byte of an industry. */
  industry: Int16Array
  times: number
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

/** Can a project reach the floor? Told without looking at it. */
export function canReach({ ties, industry, times, others }: AskedWalk, digest: number, able: number, floor: number) {
  const shared = (digest >>> 18) & times
  if (shared === 0 && digest >>> 18 !== 0) return false
  return able + ties[digest & (TIES - 1)]! + industry[(digest >> 10) & 255]! + others >= floor
}

/** What each of the first `rows` rows of a store of projects asks for: 20 bytes a project at most, a few milliseconds for 100,000. */
export function buildAsked(store: Store, rows: number, leaves: number, version: number): Asked {
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
  return {
    starts,
    rows: places,
    digests: Uint32Array.from({ length: rows }, (_, row) => digestOf(store, row)),
    version,
  }
}

function digestOf({ bytes, halves }: Store, row: number): number {
  const start = row * STRIDE.projects
  const work = bytes[start + PROJECT_AT.live] === 0 ? GONE : bytes[start + PROJECT_AT.work]!
  const prefecture = Math.floor(halves[(start + PROJECT_AT.place) / 2]! / 1000)
  return (
    tieAt(prefecture, work) | (bytes[start + PROJECT_AT.industry]! << 10) | (bytes[start + PROJECT_AT.times]! << 18)
  )
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
