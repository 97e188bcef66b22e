import { existsSync, readFileSync } from 'node:fs'
import type { Hits } from '../../hits.ts'
import type { Store } from '../../store.ts'
import type { Wanted } from '../../talentscan.ts'
import type { Reach } from '../certificate.ts'
import type { siftPostings } from '../sift.ts'
import { fillLane, type Lane, laneIn } from './lane.ts'
import type { Layout } from './memory.ts'

/** The vector kernel over the memory of one store. */
export interface Kernel {
  module: WebAssembly.Module
  memory: WebAssembly.Memory
  layout: Layout
  scan(wanted: Wanted, reach: Reach, list: Int32Array | null, from: number, to: number, floor: number, hits: Hits): void
  /** `postings` must lie in the memory. */
  sift: typeof siftPostings
}

type Exported = (...numbers: number[]) => number

let built: WebAssembly.Module | null | undefined

/** The kernel that the build wrote beside the programs; null where there is none, as when running from the sources. */
export function builtKernel(): WebAssembly.Module | null {
  if (built !== undefined) return built
  const file = new URL('./talents.wasm', import.meta.url)
  try {
    built = existsSync(file) ? new WebAssembly.Module(readFileSync(file)) : null
  } catch {
    // A machine without vector instructions: the plain twin gives the same answers.
    built = null
  }
  return built
}

/** @param number the lane of this thread: no two threads may use one at a time */
export function startKernel(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  layout: Layout,
  store: Store,
  number: number,
): Kernel {
  const run = runnerOf(module, memory, store, laneIn(memory.buffer, number))
  const { lane } = run
  return {
    ...{ module, memory, layout },
    scan(wanted, reach, list, from, to, floor, hits) {
      fillLane(lane, wanted, reach)
      if (list !== null) lane.list.set(list.subarray(from, to))
      run.scan(list !== null, list === null ? from : 0, list === null ? to : to - from, floor, hits)
    },
    sift(wanted, reach, postings, aim, from, to, floor, found) {
      fillLane(lane, wanted, reach)
      const [rows, digests] = [postings.rows.byteOffset, postings.digests.byteOffset]
      const size = run.sift(rows, digests, aim, from, to, floor)
      found.set(lane.sifted.subarray(0, size))
      return size
    },
  }
}

/** What a thread does with its lane once the tables are in it. */
export function runnerOf(module: WebAssembly.Module, memory: WebAssembly.Memory, store: Store, lane: Lane) {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  const { scan, walk, sift } = exports as Record<'scan' | 'walk' | 'sift', Exported>
  const [rows, texts, dimension] = [store.bytes.byteOffset, store.text.byteOffset, store.dimension]
  return {
    lane,
    scan(listed: boolean, from: number, to: number, floor: number, hits: Hits) {
      hits.size = (listed ? walk : scan)(lane.start, rows, texts, dimension, from, to, floor)
      hits.rows.set(lane.found.rows.subarray(0, hits.size))
      hits.scores.set(lane.found.scores.subarray(0, hits.size))
    },
    sift: (rows: number, digests: number, aim: number, from: number, to: number, floor: number) =>
      sift(lane.start, rows, digests, aim, from, to, floor),
  }
}
