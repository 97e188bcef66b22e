import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { keepCompiled } from '../src/lib/db/scratch.ts'
import { type Db, openDatabase } from '../src/lib/db.ts'
import { databaseAt, onServer } from './postgres.ts'

const open = new Set<Db>()

/** When the tests of a file are over: the next file of this process opens its own (test/closing.ts). */
export async function closeDatabases(): Promise<void> {
  for (const db of open) await db.close()
}

/**
 * A migrated, empty database of this test file's own, on the kind of database that TEST_DATABASE names. Closed and
 * removed when the file's tests are over, or earlier by its `close`.
 */
export async function freshDatabase(): Promise<Db> {
  const template = inject('template')
  if (template.kind === 'embedded') {
    await keepCompiled()
    return closedOnce(await openDatabase({ memory: true, dataDir: '', snapshot: template.snapshot }))
  }
  const { url, name } = template
  const own = `meguri_test_${randomUUID().replaceAll('-', '')}`
  await onServer(url, `create database ${own} template ${name}`)
  const db = await openDatabase({ databaseUrl: databaseAt(url, own), dataDir: '' })
  return closedOnce(db, () => onServer(url, `drop database ${own} with (force)`))
}

function closedOnce(db: Db, then: () => Promise<void> = async () => {}): Db {
  const fresh: Db = {
    ...db,
    async close() {
      if (!open.delete(fresh)) return
      await db.close()
      await then()
    },
  }
  open.add(fresh)
  return fresh
}
