import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../lib/db.ts'
import type { Log } from '../lib/log.ts'

const HOUR_MS = 3_600_000
const KEPT = 24

/**
 * The embedded database survives the death of the process, not a power cut: so it is copied every hour to
 * DATA_DIR/dumps, the last day of copies being kept. Returns how to stop; nothing to do beside a real PostgreSQL.
 */
export function startDumping(db: Db, dataDir: string, log: Log, clock: () => Date): () => void {
  const { dump } = db
  if (!dump) return () => {}
  const folder = join(dataDir, 'dumps')
  const once = async () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const name = `${clock().toISOString().slice(0, 13)}.tar.gz`
    await dump(join(folder, `${name}.part`))
    // Under its own name only when it is whole.
    renameSync(join(folder, `${name}.part`), join(folder, name))
    const old = readdirSync(folder)
      .filter((file) => file.endsWith('.tar.gz'))
      .sort()
      .slice(0, -KEPT)
    for (const file of old) rmSync(join(folder, file))
  }
  const timer = setInterval(() => void once().catch((error) => log.error({ err: error }, 'dump failed')), HOUR_MS)
  return () => clearInterval(timer)
}
