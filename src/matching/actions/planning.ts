import { Worker } from 'node:worker_threads'
import type { AnswerTo, Task } from './planning-worker.ts'

/** Lists of a whole market take seconds: they are made in a thread of their own, so that pages go on. */
export function inThread<T extends Task>(task: T): Promise<AnswerTo<T>> {
  const worker = new Worker(workerFile(), { workerData: task })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    // After an answer or an error this changes nothing; a thread that was killed gives neither.
    worker.once('exit', (code) => reject(new Error(`The planning thread ended with ${code}`)))
  })
}

/** Beside this file: the source in development and tests, the file of the same name after the build. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './planning-worker.ts' : './planning-worker.js', import.meta.url)
}
