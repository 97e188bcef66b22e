import type { Config } from './config.ts'
import type { Db } from './db.ts'
import type { Embedder } from './embeddings.ts'
import type { Jobs } from './jobs.ts'
import type { Log } from './log.ts'
import type { SendMail } from './mail.ts'
import type { Model } from './model.ts'
import type { SealKey } from './pdf/cms.ts'
import type { Secrets } from './secrets.ts'

/** What a job's handler gets: it reads, calls an action, sends a mail. */
export type JobDeps = {
  readonly config: Config
  readonly db: Db
  readonly jobs: Jobs
  readonly log: Log
  readonly mail: SendMail
  readonly secrets: Secrets
  /** Seals documents, so that a changed byte is found. */
  readonly seal: SealKey
  /** Helps to understand worries, where somebody plugged one in. */
  readonly model: Model | null
  /** Reads texts of projects and profiles, where somebody plugged one in. */
  readonly embedder: Embedder | null
  readonly clock: () => Date
  readonly newId: () => string
  /** `n` random bytes. */
  readonly random: (n: number) => Uint8Array
}

export type JobHandler = (deps: JobDeps, payload: Record<string, unknown>) => Promise<void>
