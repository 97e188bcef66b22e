import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Actor, asActor, asOwner, type Db, migrate } from '../db.ts'
import { migrationsFolder, scratchDatabase, scratchFolder } from './scratch.ts'

const SYSTEM = { id: null, power: 'system' } satisfies Actor
const FIRST =
  "create table things (id serial primary key, name text);\n--> statement-breakpoint\ninsert into things (name) values ('one')"
const SECOND = 'alter table things add column age integer'

let db: Db
let folder: ReturnType<typeof scratchFolder>

beforeEach(async () => {
  folder = scratchFolder()
  db = await scratchDatabase()
}, 60_000)
afterEach(async () => {
  await db.close()
  folder.remove()
})

test('applies each migration once, also when two begin together, and the application may use the tables', async () => {
  const path = migrationsFolder(folder.path, [FIRST])
  await Promise.all([migrate(db, path), migrate(db, path)])
  migrationsFolder(folder.path, [FIRST, SECOND])
  await migrate(db, path)
  await asActor(db, SYSTEM, null, (tx) => tx.execute(sql`insert into things (name, age) values ('two', 2)`))
  const { rows } = await asOwner(db, (tx) => tx.execute(sql`select name, age from things order by id`))
  expect(rows).toEqual([
    { name: 'one', age: null },
    { name: 'two', age: 2 },
  ])
  await expect(asActor(db, SYSTEM, null, (tx) => tx.execute(sql`create table mine (id int)`))).rejects.toThrow()
})

test('a migration that fails leaves nothing behind', async () => {
  const path = migrationsFolder(folder.path, [FIRST, SECOND])
  writeFileSync(join(path, '0001.sql'), 'alter table nowhere add column age integer')
  await expect(migrate(db, path)).rejects.toThrow()
  migrationsFolder(folder.path, [FIRST, SECOND])
  await migrate(db, path)
  const { rows } = await asOwner(db, (tx) => tx.execute(sql`select count(*) as count from things`))
  expect(rows).toEqual([{ count: 1 }])
})
