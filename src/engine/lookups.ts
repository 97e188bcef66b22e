import { levelBin, onSite, shownQuarters, tieBand, tieBin } from './bins.ts'
import type { World } from './columns.ts'
import { industryPairBin } from './facts.ts'
import { INDUSTRY_NONE } from './fields.ts'
import type { PointTable, Tables } from './fixed.ts'

/** All values of a byte through a bin and a table. */
export function byteTable(points: PointTable, bin: (value: number) => number): Int16Array {
  const table = new Int16Array(256)
  for (let value = 0; value < 256; value++) table[value] = points.both[bin(value)]!
  return table
}

/** Industry bin of every byte against one industry. */
export function industryTable({ industries }: World, one: number): Uint8Array {
  const bins = new Uint8Array(256)
  for (let other = 0; other < industries.count; other++) bins[other] = industryPairBin(industries, other, one)
  bins[INDUSTRY_NONE] = industryPairBin(industries, INDUSTRY_NONE, one)
  return bins
}

/** Tie bins by nearness × 32 + packed tie (kind | recency << 3). */
export const TIE_BINS = Uint8Array.from({ length: 128 }, (_, at) => tieBin(at >> 5, at & 7, (at >> 3) & 3))

/** Level bin of a packed skill by (level asked - 1) × 128. */
export const LEVEL_BINS = Uint8Array.from({ length: 512 }, (_, at) =>
  levelBin(shownQuarters((at & 3) + 1, (at >> 2) & 3, (at >> 4) & 7), (at >> 7) + 1),
)

const tiesOf = new WeakMap<Tables, Int16Array>()

/** Points of a tie bin 0–15 by visits of the project × 16; made once for tables, to be read only. */
export function tiePoints(tables: Tables): Int16Array {
  const known = tiesOf.get(tables)
  if (known) return known
  const { tie, tieOnSite } = tables.points
  const made = Int16Array.from({ length: 6 * 16 }, (_, at) => {
    const bin = at & 15
    return tie.both[bin]! + tieOnSite.both[tieBand(bin) * 4 + onSite(at >> 4)]!
  })
  tiesOf.set(tables, made)
  return made
}

/** Largest value of a table. */
export function largestOf(table: Int16Array): number {
  let most = -32768
  for (let at = 0; at < table.length; at++) if (table[at]! > most) most = table[at]!
  return most
}

/** Points of motives by bits in common (0–16) against one set of motives. */
export function motiveTable({ both }: PointTable, own: number): { notSaid: number; common: Int16Array } {
  const common = Int16Array.from({ length: 17 }, (_, bits) => both[own === 0 ? 0 : 1 + Math.min(4, bits)]!)
  return { notSaid: both[0]!, common }
}
