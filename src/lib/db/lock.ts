import { DatabaseSync } from 'node:sqlite'

/**
 * The lock on a data folder, or null when another program holds it. It is the kernel's lock on a file, which SQLite
 * takes the same way on Linux and macOS: it ends with the process, so a killed server leaves nothing stale behind, and
 * a reused process number (always the same one in a container) cannot be mistaken for a living server.
 */
export function takeLock(file: string): (() => void) | null {
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return null
    throw error
  }
  return () => lock.close()
}

const SQLITE_BUSY = 5
