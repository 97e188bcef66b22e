import { once } from 'node:events'
import { lstatSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { StartError } from '../start-error.ts'
import type { FromWorker, ToWorker, WorkerData } from './embedded-worker.ts'

/** The number of the worker's first message, which nobody asked for. */
const STARTED = 0

export type Embedded = {
  dump(file: string): Promise<void>
  stop(): Promise<void>
}

/** Starts the embedded database in a worker thread, so that a long query does not stop the web server's event loop. */
export async function startEmbedded(data: WorkerData, onLost: (error: Error) => void): Promise<Embedded> {
  const folder = dirname(data.socket)
  makePrivate(folder)
  rmSync(data.socket, { force: true })
  const worker = new Worker(workerFile(), { workerData: data })
  const waiting = new Map<number, { resolve(): void; reject(error: Error): void }>()
  let lastId = 0
  let stopping = false

  const answered = (id: number) => new Promise<void>((resolve, reject) => waiting.set(id, { resolve, reject }))
  const ask = (message: Omit<ToWorker, 'id'>) => {
    lastId++
    worker.postMessage({ ...message, id: lastId } satisfies ToWorker)
    return answered(lastId)
  }
  const letGo = async () => {
    stopping = true
    await worker.terminate()
    rmSync(folder, { recursive: true, force: true })
  }

  worker.on('message', ({ id, error }: FromWorker) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asked?.resolve()
    else asked?.reject(new Error(error))
  })
  // once() also throws what the worker throws.
  once(worker, 'exit')
    .catch((error: Error) => error)
    .then((ended) => {
      const error = ended instanceof Error ? ended : new Error('The embedded database ended')
      for (const asked of waiting.values()) asked.reject(error)
      if (!stopping) onLost(error)
    })

  await answered(STARTED).catch(async (error: Error) => {
    await letGo()
    throw new StartError(`データベースを開けません（${error.message}）。データの場所の中身を確かめてください。`)
  })
  return {
    dump: (file) => ask({ act: 'dump', file }),
    async stop() {
      await ask({ act: 'stop' })
      await letGo()
    },
  }
}

/** Beside this file: the source in development and tests, the file of the same name after the build. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './embedded-worker.ts' : './embedded-worker.js', import.meta.url)
}

/** Everybody may make folders under the temporary directory, so one that waits there already is not trusted blindly. */
function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  const ours = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0
  if (!ours) throw new StartError(`${folder} は、ほかの人も開けるため使えません。消してから、もう一度始めてください。`)
}
