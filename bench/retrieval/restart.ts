import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createModel, openSnapshot, type Project, rank, startPool } from '../../src/engine/engine.ts'
import { synthetic } from '../synthetic.ts'

/** What a process that opens a snapshot reports. */
export interface Restart {
  /** From the beginning of the opening to a model that answers. */
  openedMs: number
  firstQueryMs: number
  /** Resident memory of this process with model and threads, less what it had before, when it had ranked few people. */
  memoryMb: number
}

/**
 * Opens a snapshot, beside which its kernel lies as `.wasm`, in a process of its own, built as the product is: from the sources each
 * thread would hold a compiler of its own, 10 MB.
 */
export async function restart(file: string, seed: number, leaves: number, threads: number): Promise<Restart> {
  const outdir = dirname(file)
  const entryPoints = [
    { in: fileURLToPath(import.meta.url), out: 'restart' },
    {
      in: fileURLToPath(new URL('../../src/engine/retrieval/pool/scan-worker.ts', import.meta.url)),
      out: 'scan-worker',
    },
  ]
  const { build } = await import('esbuild')
  await build({ entryPoints, outdir, bundle: true, platform: 'node', format: 'esm', external: ['esbuild'] })
  const child = spawn(
    process.execPath,
    ['--expose-gc', join(outdir, 'restart.js'), file, `${seed}`, `${leaves}`, `${threads}`],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let printed = ''
  for await (const part of child.stdout) printed += part
  return JSON.parse(printed)
}

async function report(file: string, seed: number, leaves: number, threads: number): Promise<Restart> {
  const { world, talents, someProject } = synthetic(seed, leaves)
  const query: Project = someProject()
  // Not compiled here: the compiler would take more memory than the model.
  const kernel = new WebAssembly.Module(readFileSync(`${file}.wasm`))
  // As in a server that has been running for a while: the code is there, and so is the room for short-lived objects.
  const small = createModel({ ...world, side: 'talents', rows: talents(5000), kernel })
  for (let at = 0; at < 200; at++) rank(small, someProject(), 100)
  const idle = memory()
  const start = performance.now()
  const { model } = await openSnapshot(file, { ...world, side: 'talents', kernel })
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
