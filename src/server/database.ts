import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../lib/config.ts'
import { type Db, openDatabase } from '../lib/db.ts'
import { openLog } from '../lib/log.ts'

/** A database on its way. */
export type Opening = {
  readonly db: Promise<Db>
  /** No embedded database lay here before. */
  readonly isNew: boolean
}

/** Begins to open the database of a running program. An error is thrown where `db` is waited for. */
export function startOpening({ databaseUrl, dataDir, logLevel }: Settings): Opening {
  const isNew = !databaseUrl && !existsSync(join(dataDir, 'database'))
  const onLost = (error: Error) => {
    openLog(logLevel).error({ err: error }, 'database lost')
    process.exit(1)
  }
  const db = openDatabase({ databaseUrl, dataDir, onLost })
  db.catch(() => undefined)
  return { db, isNew }
}
