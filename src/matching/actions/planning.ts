import { Worker } from 'node:worker_threads'
import { type Db, endingOf } from '../../lib/db.ts'
import type { AnswerTo, Task } from './planning-worker.ts'

/** Lists of a whole market take seconds: they are made in a thread of their own, so that pages go on. It breaks off when the program ends. */
export async function inThread<T extends Task>(db: Db, task: T): Promise<AnswerTo<T>> {
  const ending = endingOf(db)
  ending.throwIfAborted()
  const worker = new Worker(workerFile(), { workerData: task })
  const breakOff = () => void worker.terminate()
  ending.addEventListener('abort', breakOff, { once: true })
  return new Promise<AnswerTo<T>>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    // After an answer or an error this changes nothing; a thread that was killed gives neither.
    worker.once('exit', (code) =>
      reject(ending.aborted ? ending.reason : new Error(`The planning thread ended with ${code}`)),
    )
  }).finally(() => ending.removeEventListener('abort', breakOff))
}

/** Beside this file: the source in development and tests, the file of the same name after the build. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './planning-worker.ts' : './planning-worker.js', import.meta.url)
}
