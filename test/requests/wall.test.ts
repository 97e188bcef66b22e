import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountId, companyId, talentId } from '../../seed/cast.ts'
import { asActor, asOwner, readAs, type Tx } from '../../src/lib/db.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const VISITOR = { id: null, power: 'visitor' } as const
const person = (name: Parameters<typeof accountId>[0]) => ({ id: accountId(name), power: 'person' }) as const
const count = async (tx: Tx, query: string) => Number((await tx.execute<{ n: string }>(sql.raw(query))).rows[0]!.n)

/** Tables of which a stranger may see something: what is published, and what says nothing about anybody. */
const OPEN = [
  'companies',
  'partners',
  'organisations',
  'instance',
  'worries',
  'challenge_nodes',
  'projects',
  'project_codes',
  'cases',
  'events',
]

describe('the role of the application', () => {
  test('owns nothing, is no superuser, passes no wall', async () => {
    const { rows } = await asOwner(house.db, (tx) =>
      tx.execute(sql`select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole,
        (select count(*) from pg_class where relowner = pg_roles.oid)::int as owned
        from pg_roles where rolname = 'meguri_app'`),
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false, owned: 0 }])
  })

  test('every table is walled, also for its owner', async () => {
    const { rows } = await asOwner(house.db, (tx) =>
      tx.execute(sql`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relname <> '__drizzle_migrations' and not (relrowsecurity and relforcerowsecurity)`),
    )
    expect(rows).toEqual([])
  })
})

test('a stranger sees no row of any table that belongs to somebody', async () => {
  const { rows } = await asOwner(house.db, (tx) =>
    tx.execute<{ name: string }>(sql`select tablename as name from pg_tables where schemaname = 'public'`),
  )
  const closed = rows.map(({ name }) => name).filter((name) => !OPEN.includes(name))
  expect(closed.length).toBeGreaterThan(20)
  for (const name of closed) {
    expect([
      name,
      await readAs(house.db, VISITOR, null, (tx) => count(tx, `select count(*) as n from ${name}`)),
    ]).toEqual([name, 0])
  }
})

test('a person sees the own account, name and profile and nobody else’s', async () => {
  await readAs(house.db, person('kobayashi'), null, async (tx) => {
    expect(await count(tx, 'select count(*) as n from accounts')).toBe(1)
    expect(await count(tx, 'select count(*) as n from people')).toBe(1)
    expect(await count(tx, 'select count(*) as n from talents')).toBe(1)
    expect(await count(tx, 'select count(*) as n from employer_blocks')).toBeGreaterThan(0)
  })
})

describe('a company', () => {
  const seen = (name: 'sato' | 'kuroda', firm: 'fertiliser' | 'employer') =>
    readAs(house.db, person(name), companyId(firm), async (tx) => {
      const { rows } = await tx.execute<{ id: string }>(sql`select id from talents`)
      return rows.map(({ id }) => id)
    })

  test('sees open profiles, but not the person who is hidden from it', async () => {
    expect(await seen('sato', 'fertiliser')).toContain(talentId('kobayashi'))
    const atHerEmployer = await seen('kuroda', 'employer')
    expect(atHerEmployer).toContain(talentId('tanaka'))
    expect(atHerEmployer).not.toContain(talentId('kobayashi'))
  })

  test('learns no name before somebody consents', async () => {
    await readAs(house.db, person('sato'), companyId('fertiliser'), async (tx) => {
      expect(await count(tx, `select count(*) as n from people where account_id = '${accountId('kobayashi')}'`)).toBe(0)
      expect(await count(tx, 'select count(*) as n from employers')).toBe(0)
      expect(await count(tx, 'select count(*) as n from employer_blocks')).toBe(0)
    })
  })

  test('cannot write in another company’s name', async () => {
    const change = asActor(house.db, person('kuroda'), companyId('employer'), (tx) =>
      tx.execute(sql`update companies set about = 'x' where id = ${companyId('fertiliser')} returning id`),
    )
    expect((await change).rows).toEqual([])
    const insert = asActor(house.db, person('kuroda'), companyId('employer'), (tx) =>
      tx.execute(sql`insert into projects (id, company_id, created_at, updated_at)
        values (gen_random_uuid(), ${companyId('fertiliser')}, now(), now())`),
    )
    await expect(insert).rejects.toThrow()
  })
})

describe('history', () => {
  beforeAll(async () => {
    await (await house.as('sato')).post('/sign-out')
    await asActor(house.db, person('sato'), null, (tx) =>
      tx.execute(sql`insert into history (at, actor, act, subject_kind, subject_id)
        values (now(), ${accountId('sato')}, 'test.done', 'account', ${accountId('sato')})`),
    )
  })

  test('is changed by nobody, not even by the owner of the tables', async () => {
    const asApplication = asActor(house.db, { id: null, power: 'system' }, null, (tx) =>
      tx.execute(sql`update history set act = 'x'`),
    )
    await expect(asApplication).rejects.toThrow()
    await expect(asOwner(house.db, (tx) => tx.execute(sql`delete from history`))).rejects.toThrow()
  })

  test('is not written in somebody else’s name', async () => {
    const forged = asActor(house.db, person('kuroda'), null, (tx) =>
      tx.execute(sql`insert into history (at, actor, act, subject_kind, subject_id)
        values (now(), ${accountId('sato')}, 'test.done', 'account', ${accountId('sato')})`),
    )
    await expect(forged).rejects.toThrow()
  })
})
