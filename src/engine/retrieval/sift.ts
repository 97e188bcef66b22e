import { feeBin } from '../bins.ts'
import { LEVEL_BINS, largestOf } from '../lookups.ts'
import type { Wanted } from '../talentscan.ts'
import type { Reach } from './certificate.ts'
import { DIGEST, DIGEST_AT, KNOWN_STEP, type Postings, ROW_MASK } from './postings.ts'

/**
 * Writes to `found` the rows of the postings `from` … `to` - 1 whose digest does not rule out that they reach `floor`, and
 * returns how many; at most BLOCK at once. Sound for everybody whose best agreement is this leaf's: of two leaves worth the
 * same, the one with the higher level stands for both.
 * @param aim worth × 16 + level asked - 1 of the leaf (see `aims` of the look-ups); 0 for those who agree with nothing
 */
export type Sift = (
  postings: Postings,
  aim: number,
  from: number,
  to: number,
  floor: number,
  found: Int32Array,
) => number

/** The plain twin of the vector kernel's. */
export function siftPostings(
  { look }: Wanted,
  reach: Reach,
  postings: Postings,
  aim: number,
  from: number,
  to: number,
  floor: number,
  found: Int32Array,
): number {
  const { rows, digests, halves, signed } = postings
  const [worth, asked, bins] = [aim & 240, (aim & 3) << 7, aim === 0 ? 0 : 15]
  const enough = floor - look.untold - reach.code[worth >> 4]!
  const feeMost = largestOf(look.fee)
  let size = 0
  for (let at = from; at < to; at++) {
    const byte = at * DIGEST
    const skill = digests[byte + DIGEST_AT.skill]!
    const free = digests[byte + DIGEST_AT.hours]!
    const times = digests[byte + DIGEST_AT.times]!
    const most =
      look.level[worth | (LEVEL_BINS[asked | skill]! & bins)]! +
      signed[(byte + DIGEST_AT.known) >> 1]! * KNOWN_STEP +
      look.hours[free]! +
      look.work[digests[byte + DIGEST_AT.way]!]!
    if (most + feeMost < enough || free === 0 || (times !== 0 && (times & look.times) === 0)) continue
    const row = rows[at]!
    const able = (row & look.tieBlock) === 0 ? most - look.tieMore : most
    // Last, because it is a division.
    if (able + look.fee[feeBin(look.offered, halves[(byte + DIGEST_AT.fee) >> 1]!)]! < enough) continue
    found[size++] = row & ROW_MASK
  }
  return size
}
