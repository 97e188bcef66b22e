import { expect, test } from 'vitest'
import { writeCast } from '../../seed/write-cast.ts'
import { asOwner } from '../../src/lib/db.ts'
import { secretsFrom } from '../../src/lib/secrets.ts'
import { freshDatabase } from '../database.ts'
import { openHouse } from '../house.ts'
import { beginningOf, restore } from '../restore.ts'

const secrets = secretsFrom(new Uint8Array(32).fill(1))

test('a database goes to the next file as it was in the beginning', async () => {
  const db = await freshDatabase()
  const beginning = await beginningOf(db)
  const told = beginning.rows.map(({ table }) => table)
  expect(told).toEqual(['drizzle.__drizzle_migrations', 'pgboss.queue', 'pgboss.version'])
  await asOwner(db, (tx) => writeCast(tx, secrets, new Date('2026-04-01T00:00:00Z')))
  await db.pool.query(`update pgboss.queue set retry_limit = 0; delete from drizzle.__drizzle_migrations;
    select nextval('projects_number_seq')`)
  expect(await beginningOf(db)).not.toEqual(beginning)
  expect(await restore(db, beginning)).toBe(true)
  expect(await beginningOf(db)).toEqual(beginning)
})

test('what a house does to its database does not keep it from the next', async () => {
  const { shape } = await beginningOf(await freshDatabase())
  const house = await openHouse()
  await house.drain()
  expect((await beginningOf(house.db)).shape).toBe(shape)
})

/** What a test might do to the tables of all, and how it is undone; the last is not. */
const CHANGES = [
  ['alter table people no force row level security', 'alter table people force row level security'],
  ['grant truncate on people to meguri_app', 'revoke truncate on people from meguri_app'],
  ['create table more (id int)', 'drop table more'],
  ['alter index consents_account_id_index rename to other', 'alter index other rename to consents_account_id_index'],
  ['alter table history disable trigger history_is_kept', 'alter table history enable trigger history_is_kept'],
  ['alter policy own on people using (true)'],
] as const

test('one whose tables were changed goes to nobody', async () => {
  const db = await freshDatabase()
  const beginning = await beginningOf(db)
  for (const [change, undo] of CHANGES) {
    await db.pool.query(change)
    expect([change, await restore(db, beginning)]).toEqual([change, false])
    if (undo === undefined) continue
    await db.pool.query(undo)
    expect([undo, await restore(db, beginning)]).toEqual([undo, true])
  }
})
