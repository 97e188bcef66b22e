import type { Side } from '../../columns.ts'
import { storeSize } from '../../store.ts'
import { LANE_SIZE } from './lane.ts'

const PAGE = 65536

/** Threads that can score the rows of one store at once: its owner and seven workers. */
export const LANES = 8
/** Byte at which the store begins, after the lanes; on a line of the cache. */
export const STORE_START = Math.ceil((LANES * LANE_SIZE) / 64) * 64

/** Memory for the lanes and a store, of which all threads see the same bytes. It cannot grow, so no view gets stale. */
export function sharedMemory(side: Side, capacity: number, dimension: number): WebAssembly.Memory {
  const pages = Math.ceil((STORE_START + storeSize(side, capacity, dimension)) / PAGE)
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
}
