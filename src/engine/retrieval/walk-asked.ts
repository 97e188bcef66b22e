import type { Prepared } from '../prepare.ts'
import type { Store } from '../store.ts'
import { floorOf, type Top } from '../top.ts'
import { type Asked, type AskedWalk, canReach, endOfKnown, mostKnown, TIES } from './asked.ts'
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
  scratch: Scratch,
): void {
  const { asks } = prepared
  const { leaves, below, able, ties, told, others } = asks
  const { starts, rows, order, places } = asked
  scratch.seen.fill(0)
  scratch.size = 0
  for (let at = 0; at < recent.length; at++) {
    noteOnce(recent[at]!, scratch)
    if (scratch.size === PART) look(store, prepared, top, scratch)
  }
  for (let step = 0; step < leaves.length; step++) {
    const some = leaves[step]!
    for (let one = 0; one < some.length; one++) {
      const [from, to] = [starts[some[one]!]!, starts[some[one]! + 1]!]
      for (let at = from; at < to; ) {
        at = gather(asks, asked, rows, at, to, able[step]!, floorOf(top), scratch)
        if (scratch.size === PART) look(store, prepared, top, scratch)
      }
    }
    look(store, prepared, top, scratch)
    if (floorOf(top) > below[step]!) return
  }
  const none = able[leaves.length]!
  for (let place = 0; place < TIES; place++) {
    const most = none + ties[place]! + told + others
    const end = places[place + 1]!
    for (let at = places[place]!; at < end && most + mostKnown(asked, at) >= floorOf(top); ) {
      const to = endOfKnown(asked, at, end, floorOf(top) - most)
      at = gather(asks, asked, order, at, to, none, floorOf(top), scratch)
      if (scratch.size === PART) look(store, prepared, top, scratch)
    }
  }
  look(store, prepared, top, scratch)
}

/**
 * Notes which of some rows are new and can reach the floor, until a part is full, and tells where it stopped. A function of its own beside `look`,
 * without closures: what is made anew for each query the compiler gives up again and again.
 */
function gather(
  asks: AskedWalk,
  { digests }: Asked,
  rows: Int32Array,
  from: number,
  to: number,
  able: number,
  floor: number,
  scratch: Scratch,
): number {
  let at = from
  for (; at < to && scratch.size < PART; at++) {
    const row = rows[at]!
    if (canReach(asks, digests, row, able, floor)) noteOnce(row, scratch)
  }
  return at
}

function noteOnce(row: number, scratch: Scratch): void {
  const { seen, block } = scratch
  const bit = 1 << (row & 31)
  if ((seen[row >> 5]! & bit) !== 0) return
  seen[row >> 5]! |= bit
  block[scratch.size++] = row
}

/** Looks at the rows that were noted. */
function look(store: Store, prepared: Prepared, top: Top, scratch: Scratch): void {
  prepared.scan(store, scratch.block, 0, scratch.size, floorOf(top), scratch.hits)
  offerHits(store, prepared, top, scratch.hits)
  scratch.size = 0
}
