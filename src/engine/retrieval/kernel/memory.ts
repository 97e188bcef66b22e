import type { Side } from '../../columns.ts'
import { storeSize } from '../../store.ts'
import { postingsSize } from '../postings.ts'
import { LANE_SIZE } from './lane.ts'

const PAGE = 65536
/** What 32-bit addresses reach. */
const MOST_PAGES = 65536

/** Threads that can score the rows of one store at once: its owner and seven workers. */
export const LANES = 8

/** Bytes at which the parts of the memory begin, each on a line of the cache: lanes, store, postings twice. */
export interface Layout {
  store: number
  /** New postings are written into one while the other is read. */
  areas: readonly [number, number]
  size: number
}

export function layoutOf(side: Side, capacity: number, dimension: number, leaves: number): Layout {
  const line = (bytes: number) => Math.ceil(bytes / 64) * 64
  const store = line(LANES * LANE_SIZE)
  const first = line(store + storeSize(side, capacity, dimension))
  const second = line(first + postingsSize(leaves, capacity))
  return { store, areas: [first, second], size: line(second + postingsSize(leaves, capacity)) }
}

/**
 * Memory of which all threads see the same bytes; null where it would be more than a kernel can address. It cannot grow, so
 * no view gets stale; what is never written of it takes no room.
 */
export function sharedMemory({ size }: Layout): WebAssembly.Memory | null {
  const pages = Math.ceil(size / PAGE)
  return pages > MOST_PAGES ? null : new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
}
