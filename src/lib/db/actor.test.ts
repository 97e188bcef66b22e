import { sql } from 'drizzle-orm'
import { bigint, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, asActor, asOwner, type Db, drizzleOver, readAs, sqlState, type Tx } from '../db.ts'
import { scratchDatabase } from './scratch.ts'

const notes = pgTable('notes', {
  id: uuid().primaryKey(),
  ownedBy: uuid().notNull(),
  body: text().notNull(),
  size: bigint({ mode: 'number' }),
  writtenAt: timestamp({ withTimezone: true }),
})

const HANA = { id: '11111111-1111-4111-8111-111111111111', power: 'person' } satisfies Actor
const KEN = { id: '22222222-2222-4222-8222-222222222222', power: 'person' } satisfies Actor
const COMPANY = '33333333-3333-4333-8333-333333333333'

let db: Db

beforeAll(async () => {
  db = await scratchDatabase({ max: 4 })
  await asOwner(db, (tx) =>
    tx.execute(sql`
      create table notes (id uuid primary key, owned_by uuid not null, body text not null, size bigint, written_at timestamptz);
      alter table notes enable row level security;
      alter table notes force row level security;
      create policy mine on notes using (
        owned_by = nullif(current_setting('app.actor', true), '')::uuid or current_setting('app.power', true) = 'system')`),
  )
}, 60_000)
afterAll(() => db.close())

const note = (actor: typeof HANA, body: string) => ({ id: crypto.randomUUID(), ownedBy: actor.id, body })
const bodies = async (tx: Tx) => (await tx.select({ body: notes.body }).from(notes)).map((row) => row.body)

describe('asActor', () => {
  test('sees and writes what is the actor’s own, and nothing else', async () => {
    await asActor(db, HANA, null, (tx) => tx.insert(notes).values(note(HANA, 'Hana’s')))
    expect(await readAs(db, HANA, null, bodies)).toEqual(['Hana’s'])
    expect(await readAs(db, KEN, null, bodies)).toEqual([])
    expect(await readAs(db, { id: null, power: 'visitor' }, null, bodies)).toEqual([])
    const forged = asActor(db, KEN, null, (tx) => tx.insert(notes).values(note(HANA, 'forged')))
    await expect(forged.catch((error) => sqlState(error))).resolves.toBe('42501')
  })

  test('tells the database who acts, for which organisation, and for this transaction only', async () => {
    const who = sql`select current_setting('app.actor') as actor, current_setting('app.power') as power,
      current_setting('app.organisation') as organisation, current_user::text as role`
    const { rows } = await readAs(db, HANA, COMPANY, (tx) => tx.execute(who))
    expect(rows).toEqual([{ actor: HANA.id, power: 'person', organisation: COMPANY, role: 'meguri_app' }])
    const after = await asOwner(db, (tx) => tx.execute(who))
    expect(after.rows[0]).toMatchObject({ actor: '', power: 'system', organisation: '' })
    expect(after.rows[0]?.role).not.toBe('meguri_app')
  })

  test('refuses an id that is no UUID and a power that does not exist before the database hears of it', async () => {
    const nothing = async () => {}
    const id = `x', true); drop table notes; --`
    expect(() => asActor(db, { id, power: 'person' }, null, nothing)).toThrow('not a UUID')
    expect(() => readAs(db, HANA, id, nothing)).toThrow('not a UUID')
    expect(() => asActor(db, { id: null, power: 'root' as 'system' }, null, nothing)).toThrow('No such power')
  })

  test('writes nothing when the function throws, and the next transaction works', async () => {
    const failing = asActor(db, KEN, null, async (tx) => {
      await tx.insert(notes).values(note(KEN, 'never'))
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    const broken = asActor(db, KEN, null, (tx) => tx.execute(sql`select 1 / ${0}::int`))
    await expect(broken.catch((error) => sqlState(error))).resolves.toBe('22012')
    expect(await readAs(db, KEN, null, bodies)).toEqual([])
  })

  test('a savepoint undoes only its own part', async () => {
    await asActor(db, KEN, null, async (tx) => {
      await tx.insert(notes).values(note(KEN, 'kept'))
      const inner = tx.transaction(async (nested) => {
        await nested.insert(notes).values(note(KEN, 'undone'))
        throw new Error('inner')
      })
      await expect(inner).rejects.toThrow('inner')
    })
    expect(await readAs(db, KEN, null, bodies)).toEqual(['kept'])
  })

  test('refuses a transaction inside a transaction, which would wait for itself', async () => {
    const nested = asActor(db, HANA, null, () => readAs(db, HANA, null, bodies))
    await expect(nested).rejects.toThrow('already open')
  })

  test('tries again when the database asks for it, three times in all', async () => {
    let tries = 0
    const ask = (times: number) => () =>
      asActor(db, HANA, null, async (tx) => {
        if (++tries <= times) await tx.execute(sql`do $$ begin raise exception using errcode = '40001'; end $$`)
        return 'done'
      })
    await expect(ask(2)()).resolves.toBe('done')
    tries = 0
    await expect(ask(3)()).rejects.toThrow()
    expect(tries).toBe(3)
  })

  test('many at once do not get into each other’s way', async () => {
    const one = (index: number) =>
      asActor(db, index % 2 ? HANA : KEN, null, async (tx) => {
        const actor = index % 2 ? HANA : KEN
        const { rows } = await tx.execute(sql`select ${index}::int as n, current_setting('app.actor') as actor`)
        return rows[0]?.n === index && rows[0]?.actor === actor.id
      })
    const all = await Promise.all(Array.from({ length: 100 }, (_, index) => one(index)))
    expect(all.every(Boolean)).toBe(true)
  })
})

test('readAs cannot write', async () => {
  const write = readAs(db, HANA, null, (tx) => tx.insert(notes).values(note(HANA, 'no')))
  await expect(write.catch((error) => sqlState(error))).resolves.toBe('25006')
})

test('moments come back as they went in, whole numbers as numbers, and the day is the day in Japan', async () => {
  const writtenAt = new Date('2026-11-23T15:30:00.123Z')
  const size = 9_000_000_000
  const row = { ...note(KEN, 'dated'), size, writtenAt }
  const result = await asActor(db, KEN, null, async (tx) => {
    await tx.insert(notes).values(row)
    const day = await tx.execute(sql`select written_at::date as day, sum(size::int8 / 2)::int8 as half from notes
      where id = ${row.id} group by 1`)
    return [await tx.select().from(notes).where(sql`id = ${row.id}`), day.rows]
  })
  expect(result).toEqual([[row], [{ day: '2026-11-24', half: 4_500_000_000 }]])
})

describe('drizzleOver', () => {
  test('each statement is a transaction in the name of the actor', async () => {
    const over = drizzleOver(db, HANA)
    const row = note(HANA, 'by a library')
    await over.insert(notes).values(row)
    expect(await over.select({ body: notes.body }).from(notes).where(sql`id = ${row.id}`)).toEqual([
      { body: 'by a library' },
    ])
    expect(await drizzleOver(db, KEN).select().from(notes).where(sql`id = ${row.id}`)).toEqual([])
  })

  test('says that it has no transactions', async () => {
    await expect(drizzleOver(db, HANA).transaction(async () => {})).rejects.toThrow()
  })
})
