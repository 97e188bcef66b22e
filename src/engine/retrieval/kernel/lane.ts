import { BLOCK, type Hits } from '../../hits.ts'
import { LEVEL_BINS, largestOf, TIE_BINS } from '../../lookups.ts'
import type { Wanted } from '../../talentscan.ts'
import type { Reach } from '../certificate.ts'

/** The lane of one thread in the memory of a store: the look-up tables of its query, and what it found. */
export const LANE = place({
  ...{ levelBin: 512, tieBin: 128, near: 64, industryBin: 256, industry: 16, tie: 32, motive: 48, record: 32 },
  ...{
    answer: 32,
    text: 32,
    fee: 32,
    hours: 512,
    level: 512,
    work: 512,
    reach: 64,
    codeReach: 64,
    numbers: 64,
    vector: 1024,
  },
  ...{ code: 8192, aims: 65536, rungs: 131072, hitRows: BLOCK * 4, hitScores: BLOCK * 4 },
  ...{ list: BLOCK * 4, sifted: BLOCK * 4 },
})
export const LANE_SIZE = Object.values(LANE).at(-1)! + BLOCK * 4

/** The single numbers of a query, in the order in which they stand in a lane. */
export const NUMBERS = [
  ...['own', 'place', 'motives', 'motiveNotSaid', 'times', 'barsRemoteOnly', 'textMost', 'hasVector', 'most', 'late'],
  ...['untold', 'offered', 'feeMost', 'tieBlock', 'tieMore'],
] as const

/** The parts of a lane, one after the other. */
function place<P extends Record<string, number>>(sizes: P): Record<keyof P, number> {
  let offset = 0
  const places: Record<string, number> = {}
  for (const [name, size] of Object.entries(sizes)) {
    places[name] = offset
    offset += size
  }
  return places as Record<keyof P, number>
}

/** One thread's own part of the memory. */
export interface Lane {
  start: number
  bytes: Uint8Array
  list: Int32Array
  sifted: Int32Array
  found: Pick<Hits, 'rows' | 'scores'>
  /** Whose tables are in it. */
  holds: Wanted | null
}

export function laneIn(buffer: ArrayBufferLike, number: number): Lane {
  const start = number * LANE_SIZE
  const words = (at: number) => new Int32Array(buffer, start + at, BLOCK)
  return {
    start,
    bytes: new Uint8Array(buffer, start, LANE_SIZE),
    list: words(LANE.list),
    sifted: words(LANE.sifted),
    found: { rows: words(LANE.hitRows), scores: words(LANE.hitScores) },
    holds: null,
  }
}

/** Writes the tables of a query where the kernel looks for them. */
export function fillLane(lane: Lane, wanted: Wanted, reach: Reach): void {
  if (lane.holds === wanted) return
  const { look, project } = wanted
  const put = (at: number, table: ArrayBufferView) =>
    lane.bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), at)
  put(LANE.levelBin, LEVEL_BINS)
  put(LANE.tieBin, TIE_BINS)
  put(LANE.near, look.nearness)
  put(LANE.industryBin, look.industryBin)
  for (const name of ['industry', 'tie', 'record', 'answer', 'text', 'fee', 'hours', 'level', 'work'] as const) {
    put(LANE[name], look[name])
  }
  put(LANE.motive, look.motive.common)
  for (const name of ['code', 'aims', 'rungs'] as const) put(LANE[name], look[name])
  put(LANE.vector, project.text)
  put(LANE.reach, reach.all)
  put(LANE.codeReach, reach.code)
  const numbers: Record<(typeof NUMBERS)[number], number> = {
    ...{ own: look.own, place: look.place, motives: look.motives, motiveNotSaid: look.motive.notSaid },
    ...{ times: look.times, barsRemoteOnly: Number(look.barsRemoteOnly), textMost: look.textMost },
    ...{ hasVector: Number(look.vector !== null), most: look.most, late: look.late },
    ...{ untold: look.untold, offered: look.offered, feeMost: largestOf(look.fee) },
    ...{ tieBlock: look.tieBlock, tieMore: look.tieMore },
  }
  put(
    LANE.numbers,
    Int32Array.from(NUMBERS, (name) => numbers[name]),
  )
  lane.holds = wanted
}
