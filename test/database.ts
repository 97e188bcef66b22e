import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { keepCompiled } from '../src/lib/db/scratch.ts'
import { type Db, openDatabase } from '../src/lib/db.ts'
import { openInside } from './inside.ts'
import { databaseAt, onServer } from './postgres.ts'
import { type Beginning, beginningOf, restore } from './restore.ts'
import type { Template } from './setup.ts'

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
  if (template.kind === 'embedded') return embedded(template)
  const { url, name } = template
  const own = `meguri_test_${randomUUID().replaceAll('-', '')}`
  await onServer(url, `create database ${own} template ${name}`)
  const db = await openDatabase({ databaseUrl: databaseAt(url, own), dataDir: '' })
  return closedOnce(db, async () => {
    await db.close()
    await onServer(url, `drop database ${own} with (force)`)
  })
}

type Embedded = Extract<Template, { kind: 'embedded' }>

/** Embedded databases of this process that nobody uses now, each as it was in the beginning. */
const idle: { db: Db; beginning: Beginning }[] = []

/**
 * Starting one takes six times as long as emptying it, so it goes on to the next file, with connections of that file's own;
 * the last ones end with the process.
 */
async function embedded(template: Embedded): Promise<Db> {
  const kept = idle.pop() ?? (await started(template))
  const pool = new pg.Pool(kept.db.pool.options)
  pool.on('error', () => {})
  return closedOnce({ ...kept.db, pool }, async () => {
    await pool.end()
    if (await restore(kept.db, kept.beginning)) idle.push(kept)
    else await kept.db.close()
  })
}

async function started({ snapshot, folder, apart }: Embedded) {
  await keepCompiled()
  const db = await (apart ? openDatabase({ memory: true, dataDir: folder, snapshot }) : openInside(snapshot))
  return { db, beginning: await beginningOf(db) }
}

function closedOnce(db: Db, close: () => Promise<void>): Db {
  const fresh: Db = {
    ...db,
    async close() {
      if (open.delete(fresh)) await close()
    },
  }
  open.add(fresh)
  return fresh
}
