import { LEVEL_BINS } from '../lookups.ts'
import type { Wanted } from '../talentscan.ts'
import type { Reach } from './certificate.ts'
import { DIGEST, DIGEST_AT, KNOWN_STEP, type Postings } from './postings.ts'

/**
 * Writes to `found` the rows of the postings `from` … `to` - 1 of a leaf whose digest does not rule out that they reach
 * `floor`, and returns how many; at most BLOCK at once. Sound for everybody whose best agreement is this leaf's: of two
 * leaves worth the same, the one with the higher level stands for both.
 */
export type Sift = (
  postings: Postings,
  leaf: number,
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
  leaf: number,
  from: number,
  to: number,
  floor: number,
  found: Int32Array,
): number {
  const { rows, digests, halves, signed } = postings
  const aim = look.aims[leaf]!
  const [worth, asked] = [aim & 240, (aim & 3) << 7]
  const enough = floor - look.untold - reach.code[worth >> 4]!
  let size = 0
  for (let at = from; at < to; at++) {
    const byte = at * DIGEST
    const skill = digests[byte + DIGEST_AT.skill]!
    const free = digests[byte + DIGEST_AT.hours]!
    const times = digests[byte + DIGEST_AT.times]!
    const most =
      look.level[worth | LEVEL_BINS[asked | skill]!]! +
      signed[(byte + DIGEST_AT.known) >> 1]! * KNOWN_STEP +
      look.hours[free]! +
      look.fee[halves[(byte + DIGEST_AT.fee) >> 1]!]! +
      look.work[digests[byte + DIGEST_AT.way]!]!
    if (most < enough || free === 0 || (times !== 0 && (times & look.times) === 0)) continue
    found[size++] = rows[at]!
  }
  return size
}
