import { type MessagePort, parentPort } from 'node:worker_threads'
import { finish } from '../../steps.ts'
import { type Store, storeIn } from '../../store.ts'
import { runnerOf } from '../kernel/kernel.ts'
import { laneIn } from '../kernel/lane.ts'
import type { Layout } from '../kernel/memory.ts'
import { buildPostings, type KnownPoints } from '../postings.ts'
import { type Part, type PartAsked, scanPart } from './part.ts'

/** The memory that a thread works in, and the lane of it that is its own. */
export interface Space {
  module: WebAssembly.Module
  memory: WebAssembly.Memory
  layout: Layout
  capacity: number
  dimension: number
  lane: number
}

/** `scan`: the tables of the query are in the lane already. `postings`: written where `start` says. */
export type Task =
  | { act: 'scan'; part: PartAsked }
  | { act: 'postings'; rows: number; leaves: number; known: KnownPoints; version: number; start: number }

/** `space` comes when it is another than before. */
export type ToWorker = { task: Task; space?: Space | undefined }
/** A task's answer: the best rows, or how many postings there are and which rows found no place among them. */
export type Answer = { part: Part } | { total: number; left: number[] }
export type FromWorker = Answer | { error: string }

const port = parentPort as MessagePort
let store: Store | null = null
let memory: WebAssembly.Memory | null = null
let runner: ReturnType<typeof runnerOf> | null = null

port.on('message', ({ task, space }: ToWorker) => {
  try {
    if (space) enter(space)
    port.postMessage(work(task) satisfies FromWorker)
  } catch (error) {
    port.postMessage({ error: String(error) } satisfies FromWorker)
  }
})

function enter({ module, layout, capacity, dimension, lane, ...given }: Space): void {
  memory = given.memory
  store = storeIn(memory.buffer, layout.store, 'talents', capacity, dimension)
  runner = runnerOf(module, memory, store, laneIn(memory.buffer, lane))
}

function work(task: Task): Answer {
  if (!store || !memory || !runner) throw new Error('no memory yet')
  const { scan } = runner
  if (task.act === 'scan') {
    const steps = scanPart(store, task.part, (from, to, floor, hits) => scan(false, from, to, floor, hits))
    return { part: finish(steps) }
  }
  const { rows, leaves, known, version, start } = task
  const left = new Set<number>()
  const into = { buffer: memory.buffer, start }
  const made = buildPostings(store, rows, leaves, known, version, into, (row) => left.add(row))
  return { total: made.rows.length, left: [...left] }
}
