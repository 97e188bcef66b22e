import { BLOCK } from '../hits.ts'
import type { Prepared } from '../prepare.ts'
import type { Store } from '../store.ts'
import { floorOf, type Top } from '../top.ts'
import type { Asked, AskedWalk } from './asked.ts'
import { offerHits } from './offer.ts'
import type { Scratch } from './scratch.ts'

/**
 * Fills `top` from the projects that ask for what agrees with a talent's codes, the best agreement first, until the k-th score
 * stands above what any other project can reach. The other direction of `walkPostings`; a project asks for so few codes that
 * no digest is needed.
 * @param recent rows that changed since `asked` was made; they are always looked at
 * @returns true: the list is exact; false: what is in the heap is only a floor
 */
export function walkAsked(
  store: Store,
  { starts, rows }: Asked,
  recent: ArrayLike<number>,
  prepared: Prepared & { asks: AskedWalk },
  top: Top,
  { seen, block, hits }: Scratch,
): boolean {
  const { leaves, below } = prepared.asks
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
  for (const [step, some] of leaves.entries()) {
    for (const leaf of some) for (let at = starts[leaf]!; at < starts[leaf + 1]!; at++) look(rows[at]!)
    flush()
    if (floorOf(top) > below[step]!) return true
  }
  return false
}
