import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import type { Db, DbOptions } from './database.ts'
import { openDatabase } from './open.ts'

/** A folder of a test's own. */
export function scratchFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'meguri-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

let compiled: Promise<WebAssembly.Module> | undefined

/**
 * V8 forgets machine code with the last user of it. Held here, what one embedded database of this process compiled (half of
 * what a short-lived one costs) serves the next ones too, also in other threads.
 */
export async function keepCompiled(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
  compiled ??= WebAssembly.compile(readFileSync(join(folder, 'pglite.wasm')))
  await compiled
}

/**
 * An empty database of a test's own: on the PostgreSQL of TEST_DATABASE_URL when there is one, else embedded in memory.
 * `close` also drops it.
 */
export async function scratchDatabase(options: Partial<DbOptions> = {}): Promise<Db> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) {
    await keepCompiled()
    return openDatabase({ dataDir: '', memory: true, ...options })
  }
  const name = `meguri_scratch_${crypto.randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template template0 encoding 'UTF8'`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const db = await openDatabase({ dataDir: '', databaseUrl: url.href, ...options })
  const close = async () => {
    await db.close()
    await onServer(server, `drop database ${name} with (force)`)
  }
  return { ...db, close }
}

/** A folder of migrations as drizzle-kit writes them, one per entry. */
export function migrationsFolder(path: string, migrations: readonly string[]): string {
  const entries = migrations.map((_, idx) => ({
    idx,
    version: '7',
    when: idx + 1,
    tag: `000${idx}`,
    breakpoints: true,
  }))
  mkdirSync(join(path, 'meta'), { recursive: true })
  writeFileSync(join(path, 'meta/_journal.json'), JSON.stringify({ version: '7', dialect: 'postgresql', entries }))
  migrations.forEach((text, idx) => {
    writeFileSync(join(path, `000${idx}.sql`), text)
  })
  return path
}

async function onServer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(statement)
  await client.end()
}
