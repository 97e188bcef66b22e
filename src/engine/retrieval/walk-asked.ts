import type { Prepared } from '../prepare.ts'
import type { Store } from '../store.ts'
import { floorOf, type Top } from '../top.ts'
import { type Asked, type AskedWalk, canReach, mostKnown, TIES } from './asked.ts'
import { offerHits } from './offer.ts'
import type { Scratch } from './scratch.ts'

/** So many are looked at before the floor is taken anew: it rises most at the beginning. */
const PART = 256

/**
 * Fills `top` with the best projects for a talent: from those that ask for what agrees with its codes, the best agreement first,
 * until the k-th score stands above what any other project can reach; where it never does, from all others last. Most are told out
 * by their digest, which lies together with that of others, or with all of their place that have no more. The other direction of `walkPostings`.
 * @param recent rows that changed since `asked` was made; they are always looked at
 */
export function walkAsked(
  store: Store,
  asked: Asked,
  recent: ArrayLike<number>,
  prepared: Prepared & { asks: AskedWalk },
  top: Top,
  { seen, block, hits }: Scratch,
): void {
  const { asks } = prepared
  const { starts, rows, digests, order, places } = asked
  const { leaves, below, able, ties, told, others } = asks
  seen.fill(0)
  let size = 0
  let floor = floorOf(top)
  const flush = () => {
    prepared.scan(store, block, 0, size, floor, hits)
    offerHits(store, prepared, top, hits)
    floor = floorOf(top)
    size = 0
  }
  const look = (row: number) => {
    const bit = 1 << (row & 31)
    if ((seen[row >> 5]! & bit) !== 0) return
    seen[row >> 5]! |= bit
    block[size++] = row
    if (size === PART) flush()
  }
  for (let at = 0; at < recent.length; at++) look(recent[at]!)
  for (const [step, some] of leaves.entries()) {
    for (const leaf of some)
      for (let at = starts[leaf]!; at < starts[leaf + 1]!; at++)
        if (canReach(asks, digests, rows[at]!, able[step]!, floor)) look(rows[at]!)
    flush()
    if (floor > below[step]!) return
  }
  const none = able[leaves.length]!
  for (let place = 0; place < TIES; place++) {
    const most = none + ties[place]! + told + others
    for (let at = places[place]!; at < places[place + 1]! && most + mostKnown(asked, at) >= floor; at++)
      if (canReach(asks, digests, order[at]!, none, floor)) look(order[at]!)
  }
  flush()
}
