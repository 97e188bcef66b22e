import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { asOwner, type Db, Ending } from '../../src/lib/db.ts'
import { openJobs } from '../../src/lib/jobs.ts'
import { currentMarket } from '../../src/matching/actions/market.ts'
import { inThread } from '../../src/matching/actions/planning.ts'
import { endWork } from '../../src/server/end.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()

/** A job that has begun and stands still until it is let go on; what became of it. */
function held(work: () => Promise<unknown>) {
  const [begun, gate, done] = Array.from({ length: 3 }, () => Promise.withResolvers<unknown>())
  const handler = async () => {
    begun!.resolve(null)
    await gate!.promise
    const running = work()
    running.then(done!.resolve, done!.resolve)
    await running
  }
  return { handler, begun: begun!.promise, goOn: gate!.resolve, done: done!.promise }
}

test('a sign to end breaks off long work, which is no failure to tell of and begins anew with the next start', async () => {
  const states: unknown[] = []
  const db: Db = {
    ...house.db,
    async close() {
      const { rows } = await asOwner(house.db, (tx) => tx.execute(sql`select state from pgboss.job`))
      states.push(...rows)
      await house.db.close()
    },
  }
  const told: unknown[] = []
  const jobs = await openJobs(db, { onError: (error) => told.push(error) })
  const reading = held(() => currentMarket(db, house.now()))
  /** Needs longer than it is given. */
  const late = held(() => asOwner(db, async () => 'written'))
  await asOwner(db, async (tx) => {
    await tx.execute(sql`delete from pgboss.job`)
    await jobs.enqueue(tx, 'reading', {})
    await jobs.enqueue(tx, 'late', {})
  })
  await jobs.start({ reading: reading.handler, late: late.handler })
  await Promise.all([reading.begun, late.begun])
  const thread = inThread(db, { kind: 'compare', clusters: [], measure: 'applied', counts: [] } as never).catch(String)

  const ended = endWork({ db, jobs }, 0.2)
  reading.goOn(null)
  expect(await reading.done).toBeInstanceOf(Ending)
  expect(await thread).toContain('The program is about to end')
  await expect(inThread(db, {} as never)).rejects.toThrow(Ending)
  await ended
  expect(states).toEqual([{ state: 'retry' }, { state: 'retry' }])
  late.goOn(null)
  expect(await late.done).toBeInstanceOf(Ending)
  await new Promise(setImmediate)
  expect(told).toEqual([])
})
