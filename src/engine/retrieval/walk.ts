import { BLOCK } from '../hits.ts'
import type { Prepared, Walk } from '../prepare.ts'
import type { Store } from '../store.ts'
import { floorOf, type Top } from '../top.ts'
import { reachUnknown, reachUpTo, worthsOf } from './certificate.ts'
import { offerHits } from './offer.ts'
import { endOfKnown, type Postings } from './postings.ts'
import type { Scratch } from './scratch.ts'

export interface Walked {
  /** True: the list is exact. False: it would have taken more than `most` postings; what is in the heap is still a floor. */
  exact: boolean
  /** Postings read. */
  read: number
}

/**
 * Fills `top` from the postings of the leaves that agree with a wanted code, the worthiest first, until the k-th score
 * stands above what anybody else can reach.
 * @param recent rows that changed since the postings were made; they are always looked at
 * @param most postings that may be read before it is cheaper to look at everybody
 */
export function walkPostings(
  store: Store,
  postings: Postings,
  recent: ArrayLike<number>,
  prepared: Prepared & { walk: Walk },
  most: number,
  top: Top,
  scratch: Scratch,
): Walked {
  const { wanted, reach, sift } = prepared.walk
  const { starts } = postings
  const { seen, block, found, hits } = scratch
  seen.fill(0)
  let size = 0
  const flush = () => {
    prepared.scan(store, block, 0, size, floorOf(top), hits)
    offerHits(store, prepared, top, hits)
    size = 0
  }
  const look = (row: number) => {
    const bit = 1 << (row & 31)
    if ((seen[row >> 5]! & bit) !== 0) return
    seen[row >> 5]! |= bit
    block[size++] = row
    if (size === BLOCK) flush()
  }
  for (let at = 0; at < recent.length; at++) look(recent[at]!)

  const siftAll = (aim: number, from: number, to: number) => {
    for (let at = from; at < to; at += BLOCK) {
      const count = sift(postings, aim, at, Math.min(to, at + BLOCK), floorOf(top), found)
      for (let one = 0; one < count; one++) look(found[one]!)
    }
  }

  let read = 0
  for (const worth of worthsOf(reach)) {
    const leaves = wanted.look.leaves.filter((leaf) => wanted.look.aims[leaf]! >> 4 === worth)
    const cost = leaves.reduce((sum, leaf) => sum + starts[leaf + 1]! - starts[leaf]!, 0)
    read += cost
    if (read > most) break
    for (const leaf of leaves) siftAll(wanted.look.aims[leaf]!, starts[leaf]!, starts[leaf + 1]!)
    flush()
    if (floorOf(top) > reachUpTo(reach, worth - 1)) return { exact: true, read }
  }
  // Nobody is left but those who agree with nothing: of them whoever has the best record, answering and price.
  flush()
  const from = starts.at(-2)!
  const to = read > most ? from : endOfKnown(postings, floorOf(top) - reachUnknown(wanted, reach))
  if (read + to - from > most) return { exact: false, read }
  siftAll(0, from, to)
  flush()
  return { exact: read <= most, read: read + to - from }
}
