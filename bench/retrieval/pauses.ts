import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Model, openSnapshot, type Project, saveSnapshot, startPool } from '../../src/engine/engine.ts'
import { round } from './times.ts'

export interface Pauses {
  /** While what was done. */
  name: string
  p50: number
  p99: number
  longest: number
}

const K = 100

/**
 * How long the thread that owns a model, in a server the one of the web, is kept at a time while others do the work. What
 * another program of the machine takes is in it.
 */
export async function pausesOf(
  model: Model<'talents'>,
  queries: readonly Project[],
  keepUp: () => unknown,
  file: string,
): Promise<Pauses[]> {
  const pool = startPool(model, 2)
  await pool.refresh()
  const all: Pauses[] = []
  const watch = async (name: string, work: () => Promise<unknown>) => {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    await work()
    delay.enable()
    await work()
    delay.disable()
    // A timer of one millisecond comes after one millisecond where nobody keeps the thread.
    const [p50, p99, longest] = [delay.percentile(50), delay.percentile(99), delay.max].map((ns) => round(ns / 1e6 - 1))
    all.push({ name: `pauses of the owner's thread: ${name}`, p50: p50!, p99: p99!, longest: longest! })
  }
  const eachLater = async (ask: (query: Project) => Promise<unknown>) => {
    for (const query of queries) {
      keepUp()
      await ask(query)
      // An answer that is there at once leaves nobody else a turn: each query is one of its own, as a request is.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  await watch('lists', () => eachLater((query) => pool.rank(query, K)))
  await watch('counts', () => eachLater((query) => pool.countFits(query, [{ hours: 11 }, { visits: 0 }])))
  await watch('counts of everybody', () => pool.countFits({ hours: 10 }))
  await watch('new postings', () => pool.refresh())
  await watch('saving', () => saveSnapshot(model, file))
  const { world } = model
  await watch('opening', () => openSnapshot(file, { ...world, side: 'talents', kernel: model.wished }))
  await pool.stop()
  return all
}
