import { AGREEMENT } from '../bins.ts'
import type { World } from '../columns.ts'
import { agreement } from '../facts.ts'
import { BLOCK, type Hits } from '../hits.ts'
import type { Prepared } from '../prepare.ts'
import type { Store } from '../store.ts'
import type { Wanted } from '../talentscan.ts'
import { floorOf, type Top } from '../top.ts'
import { allOpen, reachOf, stepsOf } from './certificate.ts'
import { offerHits } from './offer.ts'
import type { Postings } from './postings.ts'

export interface Walked {
  /** True: the list is exact. False: it would have taken more than `most` rows; what is in the heap is still a floor. */
  exact: boolean
  /** Postings read. */
  read: number
}

/**
 * Fills `top` from the postings of the wanted codes, widening from leaf to middle to major until the k-th score stands
 * above what anybody outside can reach.
 * @param recent rows that changed since the postings were made; they are always looked at
 * @param most postings that may be read before it is cheaper to look at everybody
 */
export function walkPostings(
  world: World,
  store: Store,
  postings: Postings,
  recent: ArrayLike<number>,
  prepared: Prepared & { wanted: Wanted },
  most: number,
  top: Top,
  hits: Hits,
): Walked {
  const { project } = prepared.wanted
  const seen = new Uint32Array((store.capacity + 31) >> 5)
  const block = new Int32Array(BLOCK)
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

  const open = allOpen()
  const done = new Set<number>()
  let read = 0
  for (const { slot, agreement: least } of stepsOf(prepared.wanted)) {
    const leaves = leavesNear(world, project.codes[slot]!, least).filter((leaf) => !done.has(leaf))
    const cost = leaves.reduce((sum, leaf) => sum + postings.starts[leaf + 1]! - postings.starts[leaf]!, 0)
    if (read + cost > most) break
    read += cost
    for (const leaf of leaves) {
      done.add(leaf)
      for (let at = postings.starts[leaf]!; at < postings.starts[leaf + 1]!; at++) look(postings.rows[at]!)
    }
    flush()
    open[slot] = Math.min(open[slot]!, least - 1)
    if (floorOf(top) > reachOf(prepared.wanted, open)) return { exact: true, read }
  }
  flush()
  return { exact: false, read }
}

/** The leaves that agree at least so with one. */
function leavesNear(world: World, leaf: number, least: number): number[] {
  if (least === AGREEMENT.leaf) return [leaf]
  const all = Array.from({ length: world.tree.middleOf.length }, (_, other) => other)
  return all.filter((other) => agreement(world, leaf, other) >= least)
}
