import type { Pool } from 'pg'

export type Db = {
  /** attached: the embedded database of another process of ours that is running. */
  readonly kind: 'postgresql' | 'embedded' | 'attached'
  readonly pool: Pool
  /** Writes a copy of the embedded database to a file; null where the database is not in this process. */
  readonly dump: ((file: string) => Promise<void>) | null
  /** Waits for the transactions that are running, then lets everything go. */
  close(): Promise<void>
}

export type DbOptions = {
  databaseUrl?: string | undefined
  dataDir: string
  /** Connections at most. */
  max?: number
  /** For commands beside a running server: use its database when it answers. */
  attach?: boolean
  /** A dump with which a new embedded database begins. */
  snapshot?: string | undefined
  /** Nothing is kept: for tests. */
  memory?: boolean
  /** The embedded database died under us; nothing can be saved but the process can end with a sentence. */
  onLost?: (error: Error) => void
}
