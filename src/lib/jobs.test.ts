import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { scratchDatabase } from './db/scratch.ts'
import { type Actor, asActor, asOwner, type Db, type Tx } from './db.ts'
import { type Handlers, type Jobs, openJobs } from './jobs.ts'

const HANA = { id: '11111111-1111-4111-8111-111111111111', power: 'person' } satisfies Actor
const DAY = 86_400_000

let db: Db
let jobs: Jobs
let now: Date
let done: unknown[]
let handlers: Handlers

beforeAll(async () => {
  db = await scratchDatabase()
}, 60_000)
afterAll(() => db.close())

beforeEach(async () => {
  now = new Date('2026-11-23T03:00:00Z')
  jobs = await openJobs(db, { clock: () => now })
  done = []
  handlers = { note: async (payload) => void done.push(payload.n) }
})
afterEach(async () => {
  await jobs.stop()
  await asOwner(db, (tx) => tx.execute(sql`delete from pgboss.job`))
})

const act = <T>(fn: (tx: Tx) => Promise<T>) => asActor(db, HANA, null, fn)
const pass = (ms: number) => {
  now = new Date(now.getTime() + ms)
}

test('several processes may start together on an empty database', async () => {
  const empty = await scratchDatabase()
  const started = await Promise.all([1, 2, 3].map(() => openJobs(empty)))
  await asActor(empty, HANA, null, (tx) => started[0]!.enqueue(tx, 'note', { n: 1 }))
  expect(await started[1]!.drain(handlers)).toBe(1)
  for (const one of started) await one.stop()
  await empty.close()
}, 60_000)

describe('enqueue', () => {
  test('is part of the act: committed with it, gone with it', async () => {
    await act((tx) => jobs.enqueue(tx, 'note', { n: 1 }))
    const undone = act(async (tx) => {
      await jobs.enqueue(tx, 'note', { n: 2 })
      throw new Error('no')
    })
    await expect(undone).rejects.toThrow('no')
    expect(await jobs.drain(handlers)).toBe(1)
    expect(done).toEqual([1])
  })

  test('the same key is accepted once, also after the job has run', async () => {
    await act((tx) => jobs.enqueue(tx, 'note', { n: 1 }, { key: 'a' }))
    await act((tx) => jobs.enqueue(tx, 'note', { n: 2 }, { key: 'a' }))
    await act((tx) => jobs.enqueue(tx, 'note', { n: 3 }, { key: 'b' }))
    await jobs.drain(handlers)
    await act((tx) => jobs.enqueue(tx, 'note', { n: 4 }, { key: 'a' }))
    await jobs.drain(handlers)
    expect(done).toEqual([1, 3])
  })

  test('the application’s role can neither read away nor change the jobs of others', async () => {
    await act((tx) => jobs.enqueue(tx, 'note', { n: 1 }))
    await expect(act((tx) => tx.execute(sql`delete from pgboss.job`))).rejects.toThrow()
    await expect(act((tx) => tx.execute(sql`update pgboss.job set data = null`))).rejects.toThrow()
  })
})

describe('drain', () => {
  test('runs what is due by the given clock, however far from the real one, and what those jobs enqueue', async () => {
    await act((tx) => jobs.enqueue(tx, 'note', { n: 'later' }, { startAfter: new Date(now.getTime() + 14 * DAY) }))
    await act((tx) => jobs.enqueue(tx, 'first', {}))
    const more = { ...handlers, first: () => act((tx) => jobs.enqueue(tx, 'note', { n: 'follows' })) }
    expect(await jobs.drain(more)).toBe(2)
    expect(done).toEqual(['follows'])
    pass(14 * DAY)
    expect(await jobs.drain(more)).toBe(1)
    expect(done).toEqual(['follows', 'later'])
  })

  test('also by a clock that lies in the past', async () => {
    now = new Date('2024-01-01T00:00:00Z')
    await act((tx) => jobs.enqueue(tx, 'note', { n: 1 }, { startAfter: new Date('2024-01-02T00:00:00Z') }))
    expect(await jobs.drain(handlers)).toBe(0)
    pass(DAY)
    expect(await jobs.drain(handlers)).toBe(1)
  })

  test('throws with the name of the job that failed', async () => {
    const failing = { note: () => Promise.reject(new Error('the printer burns')) }
    await act((tx) => jobs.enqueue(tx, 'note', {}))
    await expect(jobs.drain(failing)).rejects.toThrow('note')
    await act((tx) => jobs.enqueue(tx, 'unheard-of', {}))
    await expect(jobs.drain(handlers)).rejects.toThrow('unheard-of')
  })
})

test('a job that fails six times rests, with its error in words and nothing quoted, until somebody says もう一度', async () => {
  await asOwner(db, (tx) => tx.execute(sql`create table addresses (mail text unique)`))
  const failing: Handlers = {
    note: () =>
      asActor(db, HANA, null, async (tx) => {
        for (let i = 0; i < 2; i++) await tx.execute(sql`insert into addresses values (${'hana@example.jp'})`)
      }),
  }
  await act((tx) => jobs.enqueue(tx, 'note', { n: 7 }))
  for (let tries = 1; tries <= 6; tries++) {
    expect(await jobs.resting()).toEqual([])
    await expect(jobs.drain(failing)).rejects.toThrow('note')
    pass(DAY / 4)
  }
  expect(await jobs.drain(handlers)).toBe(0)
  const [job, ...others] = await jobs.resting()
  expect(others).toEqual([])
  expect(job).toMatchObject({ name: 'note', payload: { n: 7 } })
  expect(job?.error).toBe('Database error 23505 (table addresses, constraint addresses_mail_key)')
  expect(job?.failedAt).toBeInstanceOf(Date)
  expect(await jobs.retry(crypto.randomUUID())).toBe(false)
  expect(await jobs.retry(job?.id ?? '')).toBe(true)
  expect(await jobs.drain(handlers)).toBe(1)
  expect(done).toEqual([7])
  expect(await jobs.resting()).toEqual([])
})

describe('start', () => {
  test('goes on with what waits without resting between two jobs', async () => {
    const last = Promise.withResolvers<void>()
    const seen: unknown[] = []
    await act(async (tx) => {
      for (let n = 0; n < 6; n++) await jobs.enqueue(tx, 'one', { n })
    })
    await jobs.start(
      {
        one: async ({ n }) => {
          seen.push(n)
          if (n === 2) throw new Error('a job that fails holds nobody up')
          if (seen.length === 6) last.resolve()
        },
      },
      { pollSeconds: 3600 },
    )
    await last.promise
    await jobs.stop()
    expect(seen).toHaveLength(6)
  })

  test('runs jobs as they come, woken by a nudge, and stop waits for the one that is running', async () => {
    const first = Promise.withResolvers<void>()
    const second = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<void>()
    await jobs.start(
      {
        first: async () => first.resolve(),
        slow: async () => {
          second.resolve()
          await finish.promise
          done.push('slow')
        },
      },
      { pollSeconds: 3600 },
    )
    await act((tx) => jobs.enqueue(tx, 'first', {}))
    jobs.nudge()
    await first.promise
    await act((tx) => jobs.enqueue(tx, 'slow', {}))
    jobs.nudge()
    await second.promise
    const stopping = jobs.stop()
    finish.resolve()
    await stopping
    expect(done).toEqual(['slow'])
  })

  test('a job that needs longer than the grace is handed back and runs again later', async () => {
    const begun = Promise.withResolvers<void>()
    const forever = new Promise<void>(() => {})
    const failed: unknown[] = []
    const other = await openJobs(db, { clock: () => now, onError: (error) => failed.push(error) })
    await act((tx) => jobs.enqueue(tx, 'note', { n: 1 }))
    const endless: Handlers = {
      note: () => {
        begun.resolve()
        return forever
      },
    }
    await other.start(endless)
    await begun.promise
    await other.stop(1)
    pass(DAY)
    expect(await jobs.drain(handlers)).toBe(1)
    expect(done).toEqual([1])
  })
})
