import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Threads that read a range once (see floor.ts), each its part of it. */
export function startReaders(module: WebAssembly.Module, memory: WebAssembly.Memory, threads: number) {
  const file = new URL('./floor-worker.ts', import.meta.url)
  const workers = Array.from({ length: threads }, () => new Worker(file, { workerData: { module, memory } }))
  return {
    async read(from: number, to: number) {
      const each = Math.ceil((to - from) / threads / 64) * 64
      const read = workers.map((worker, at) => {
        const answer = once(worker, 'message')
        worker.postMessage([from + at * each, Math.min(to, from + (at + 1) * each)])
        return answer
      })
      await Promise.all(read)
    },
    stop: () => Promise.all(workers.map((worker) => worker.terminate())),
  }
}
