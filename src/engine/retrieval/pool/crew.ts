import { Worker } from 'node:worker_threads'
import type { Answer, FromWorker, Space, Task, ToWorker } from './scan-worker.ts'

/** Threads that do tasks one after the other. One that dies is started anew, and its task is done again. */
export interface Crew {
  /** @throws Error when it could not be done on so many threads one after the other, or the crew was sent home */
  ask(task: Task, lay: (lane: number) => Space): Promise<Answer>
  stop(): Promise<void>
  /** The threads as they are now, for tests that end them. */
  readonly threads: readonly Worker[]
}

interface Job {
  task: Task
  /** Gets lane and memory ready for the thread that takes the job. */
  lay: (lane: number) => Space
  tries: number
  done: (answer: Answer) => void
  failed: (error: Error) => void
}

interface Member {
  worker: Worker
  lane: number
  /** Whose memory it knows. */
  memory: WebAssembly.Memory | null
  job: Job | null
}

/** A task that ends so many threads is at fault itself. */
const MOST_TRIES = 3
/** Threads that may die in a row without having done anything, before no more are started. */
const MOST_DEATHS = 8

/** A thread works in the shared memory and makes next to nothing of its own. */
const LITTLE = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 64 }

/** @param lanes the lane of each thread */
export function startCrew(lanes: readonly number[]): Crew {
  const waiting: Job[] = []
  const members: Member[] = []
  let [deaths, stopped] = [0, false]

  const hire = (lane: number) => {
    const worker = new Worker(workerFile(), { resourceLimits: LITTLE })
    const member: Member = { worker, lane, memory: null, job: null }
    worker.on('message', (message: FromWorker) => {
      const job = member.job
      member.job = null
      deaths = 0
      // A program that waits for nothing may end.
      worker.unref()
      if ('error' in message) job?.failed(new Error(message.error))
      else job?.done(message)
      next()
    })
    // What it dies of is told by `exit` too.
    worker.on('error', () => {})
    worker.once('exit', () => bury(member))
    // After the listeners, each of which would keep the program from ending again.
    worker.unref()
    members.push(member)
  }

  const bury = (member: Member) => {
    members.splice(members.indexOf(member), 1)
    const { job } = member
    if (job) {
      if (!stopped && ++job.tries < MOST_TRIES) waiting.unshift(job)
      else job.failed(new Error('The threads of the matching engine ended before they were done'))
    }
    if (!stopped && ++deaths <= MOST_DEATHS) hire(member.lane)
    next()
  }

  const next = () => {
    if (members.length === 0) {
      for (const job of waiting.splice(0)) job.failed(new Error('No thread of the matching engine is left'))
    }
    for (const member of members) {
      if (member.job !== null) continue
      const job = waiting.shift()
      if (!job) return
      give(member, job)
    }
  }

  const give = (member: Member, job: Job) => {
    member.job = job
    const space = job.lay(member.lane)
    const known = member.memory === space.memory
    member.memory = space.memory
    member.worker.ref()
    member.worker.postMessage({ task: job.task, space: known ? undefined : space } satisfies ToWorker)
  }

  for (const lane of lanes) hire(lane)
  return {
    ask: (task, lay) =>
      new Promise((done, failed) => {
        waiting.push({ task, lay, tries: 0, done, failed })
        next()
      }),
    async stop() {
      stopped = true
      await Promise.all(members.map(({ worker }) => worker.terminate()))
    },
    get threads() {
      return members.map(({ worker }) => worker)
    },
  }
}

/** Beside this file: the source in development and tests, the file of the same name after the build. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './scan-worker.ts' : './scan-worker.js', import.meta.url)
}
