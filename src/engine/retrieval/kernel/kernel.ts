import { existsSync, readFileSync } from 'node:fs'
import type { Hits } from '../../hits.ts'
import type { Store } from '../../store.ts'
import type { Wanted } from '../../talentscan.ts'
import { fillLane, type Lane, laneIn } from './lane.ts'

/** The vector kernel over the memory of one store. */
export interface Kernel {
  scan(wanted: Wanted, list: Int32Array | null, from: number, to: number, floor: number, hits: Hits): void
}

type Exported = (
  lane: number,
  rows: number,
  texts: number,
  dimension: number,
  from: number,
  to: number,
  floor: number,
) => number

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
  store: Store,
  number: number,
): Kernel {
  const { scan, walk } = new WebAssembly.Instance(module, { env: { memory } }).exports as Record<string, Exported>
  const lane: Lane = laneIn(memory.buffer, number)
  const [rows, texts] = [store.bytes.byteOffset, store.text.byteOffset]
  return {
    scan(wanted, list, from, to, floor, hits) {
      fillLane(lane, wanted)
      if (list !== null) lane.list.set(list.subarray(from, to))
      const run = list === null ? scan! : walk!
      const first = list === null ? from : 0
      hits.size = run(lane.start, rows, texts, store.dimension, first, first + to - from, floor)
      hits.rows.set(lane.found.rows.subarray(0, hits.size))
      hits.scores.set(lane.found.scores.subarray(0, hits.size))
    },
  }
}
