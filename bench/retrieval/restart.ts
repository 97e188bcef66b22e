import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openSnapshot, type Project, rank, startPool } from '../../src/engine/engine.ts'
import { synthetic } from '../synthetic.ts'

/** What a process that opens a snapshot reports. */
export interface Restart {
  /** From the beginning of the opening to a model that answers. */
  openedMs: number
  firstQueryMs: number
  /** Resident memory of this process with model and threads, less what it had before it opened the file. */
  memoryMb: number
}

/** Opens a snapshot, beside which its kernel lies as `.wasm`, in a process of its own. */
export async function restart(file: string, seed: number, leaves: number, threads: number): Promise<Restart> {
  const child = spawn(
    process.execPath,
    ['--expose-gc', fileURLToPath(import.meta.url), file, `${seed}`, `${leaves}`, `${threads}`],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let printed = ''
  for await (const part of child.stdout) printed += part
  return JSON.parse(printed)
}

async function report(file: string, seed: number, leaves: number, threads: number): Promise<Restart> {
  const { world, someProject } = synthetic(seed, leaves)
  const query: Project = someProject()
  // Not compiled here: the compiler would take more memory than the model.
  const kernel = new WebAssembly.Module(readFileSync(`${file}.wasm`))
  const idle = memory()
  const start = performance.now()
  const { model } = openSnapshot(file, { ...world, side: 'talents', kernel })
  const opened = performance.now()
  rank(model, query, 100)
  const answered = performance.now()
  const pool = startPool(model, threads)
  // Once new postings were made, both places for them are in use: the most there will be.
  await pool.refresh()
  for (let at = 0; at < 200; at++) await pool.rank(someProject(), 100)
  const after = memory()
  await pool.stop()
  return { openedMs: opened - start, firstQueryMs: answered - opened, memoryMb: (after - idle) / 2 ** 20 }
}

function memory(): number {
  globalThis.gc?.()
  return process.memoryUsage().rss
}

if (import.meta.main) {
  const [file, ...numbers] = process.argv.slice(2)
  const [seed, leaves, threads] = numbers.map(Number)
  console.log(JSON.stringify(await report(file!, seed!, leaves!, threads!)))
}
