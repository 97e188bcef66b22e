import { once } from 'node:events'
import { lstatSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { StartError } from '../start-error.ts'
import type { FromWorker, ToWorker, WorkerData } from './embedded-worker.ts'

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
  const failed = once(worker, 'exit').then(([code]) => {
    throw new Error(`The embedded database ended with code ${code}`)
  })
  failed.catch(() => {})
  const answer = (id: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const listen = (message: FromWorker) => {
        if (message.id !== id) return
        worker.off('message', listen)
        if (message.error === undefined) resolve()
        else reject(new Error(message.error))
      }
      worker.on('message', listen)
      worker.once('error', reject)
      failed.catch(reject)
    })
  await answer(0)
  let stopping = false
  failed.catch((error: Error) => {
    if (!stopping) onLost(error)
  })
  let lastId = 0
  const ask = (message: Omit<ToWorker, 'id'>): Promise<void> => {
    const id = ++lastId
    const answered = answer(id)
    worker.postMessage({ ...message, id } satisfies ToWorker)
    return answered
  }
  return {
    dump: (file) => ask({ act: 'dump', file }),
    async stop() {
      stopping = true
      await ask({ act: 'stop' })
      await worker.terminate()
      rmSync(folder, { recursive: true, force: true })
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
