import { execFileSync } from 'node:child_process'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { createModel, rank, warmUp } from '../../src/engine/engine.ts'
import { synthetic } from '../synthetic.ts'
import { round, sweep, type Times, timeEach, timesOf } from './times.ts'

/** What a process of its own tells of one person against many projects. */
export interface Other {
  /** Milliseconds of each of the first people after the start, of those after them, and of some with the caches swept before each. */
  first: number[]
  next: number[]
  cold: number[]
  /** How long making ready took, and how long it kept the thread at most at a time. */
  readyMs: number
  longestMs: number
}

const K = 100

/** In a process that has just begun, because code is compiled while the first are answered. `ready`: made ready before, as the product does. */
export function otherDirection(ready: boolean, seed: number, leaves: number, projects: number, count: number): Other {
  const given = [ready ? 1 : 0, seed, leaves, projects, count].map(String)
  const printed = execFileSync(process.execPath, [fileURLToPath(import.meta.url), ...given], { encoding: 'utf8' })
  return JSON.parse(printed)
}

/** Of each person the least of several processes: what other programs of the machine took is left out, what is compiled late is not. */
export function leastOf(name: string, all: readonly number[][]): Times {
  return timesOf(
    name,
    all[0]!.map((_, at) => Math.min(...all.map((times) => times[at]!))),
  )
}

async function report(ready: boolean, seed: number, leaves: number, projects: number, count: number): Promise<Other> {
  const market = synthetic(seed, leaves)
  const model = createModel({ ...market.world, side: 'projects', rows: market.postings(projects) })
  const talents = Array.from({ length: 2 * count }, market.someTalent)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  // A timer begins at the time when the loop's turn began: the making of the model would count.
  await new Promise((resolve) => setImmediate(resolve))
  delay.enable()
  const start = performance.now()
  if (ready) await warmUp(model)
  else rank(model, talents[0]!, K)
  const readyMs = performance.now() - start
  delay.disable()
  const ask = (at: number) => rank(model, talents[at]!, K)
  const first = timeEach(count, ask)
  const next = timeEach(count, (at) => ask(count + at))
  const cold = timeEach(Math.ceil(count / 4), (at) => ask(count + at), sweep)
  // A timer of one millisecond comes after one millisecond where nobody keeps the thread.
  return { first, next, cold, readyMs, longestMs: round(Math.max(0, delay.max / 1e6 - 1)) }
}

if (import.meta.main) {
  const [ready, seed, leaves, projects, count] = process.argv.slice(2).map(Number)
  console.log(JSON.stringify(await report(ready === 1, seed!, leaves!, projects!, count!)))
}
