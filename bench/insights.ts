/**
 * Statistics at the size of a country: `npm run bench:insights -- [--years 5] [--contracts 100000] [--quick]`, so many contracts a
 * year, on PostgreSQL (TEST_DATABASE_URL, or a server of its own). How long every page and file of statistics takes, from the request
 * to the last byte; how long one more contract takes to be counted among the flows; how long the release of a month takes, which a
 * job makes at night. Ends with 1 when a p95 is above the goal.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import { instance } from '../src/accounts/schema.ts'
import { keepFlows, rebuildFlows } from '../src/insights/actions/flows.ts'
import { releaseUntil } from '../src/insights/actions/releases.ts'
import { asOwner, type Db, migrate, openDatabase, type Tx } from '../src/lib/db.ts'
import { secretsFrom } from '../src/lib/secrets.ts'
import { type LegalDate, startOfDay } from '../src/lib/time.ts'
import { databaseAt, onServer, startPostgres } from '../test/postgres.ts'
import { machine, tellGoal } from './goals.ts'
import { appOver, open } from './house.ts'
import { fillContracts } from './insights/fill.ts'

const { values } = parseArgs({
  options: {
    years: { type: 'string', default: '5' },
    contracts: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
})
const years = Number(values.years)
const yearly = Number(values.contracts ?? (values.quick ? 2_000 : 100_000))
const GOAL_MS = 100
const TIMES = values.quick ? 20 : 100
const WARM_UP = 5
const NOW = new Date('2026-11-23T01:00:00Z')
/** The second is told against the first. */
const MONTHS = (values.quick ? ['2026-11-01'] : ['2026-10-01', '2026-11-01']) as LegalDate[]

console.log(machine(`${years} years of ${yearly} contracts, ${TIMES} requests a page after ${WARM_UP}`))
const server = await startPostgres()
try {
  const name = `insights_${randomUUID().replaceAll('-', '')}`
  await onServer(server.url, `create database ${name}`)
  const db = await openDatabase({ databaseUrl: databaseAt(server.url, name), dataDir: '' })
  try {
    await migrate(db, join(import.meta.dirname, '..', 'drizzle'))
    await asOwner(db, (tx) => tx.insert(instance).values({ mode: 'demo', createdAt: NOW }))
    await tell('written', () => asOwner(db, (tx) => fillContracts(tx, years, yearly)))
    await tell('all flows made anew', () => asOwner(db, rebuildFlows))
    for (const until of MONTHS)
      await tell(`release until ${until}`, () => asOwner(db, (tx) => releaseUntil(actIn(tx), until)))
    await countOneMore(db)
    await openPages(db)
  } finally {
    await db.close()
    await onServer(server.url, `drop database ${name}`)
  }
} finally {
  await server.stop()
}

function actIn(tx: Tx) {
  const who = { actor: null, organisation: null, assisted: null }
  return { tx, now: NOW, ...who, newId: randomUUID, enqueue: async () => {} }
}

async function tell(what: string, work: () => Promise<unknown>): Promise<void> {
  const from = performance.now()
  await work()
  console.log(`${what.padEnd(34)} ${((performance.now() - from) / 1000).toFixed(1)} s`)
}

/** A seal, an end or a review changes the flows of one person and no other row. */
async function countOneMore(db: Db): Promise<void> {
  const { rows } = await asOwner(db, (tx) =>
    tx.execute<{ id: string }>(
      sql`select id from contracts where sealed_at > ${startOfDay('2026-10-01' as LegalDate)} limit ${TIMES}`,
    ),
  )
  const times: number[] = []
  for (const { id } of rows) {
    const from = performance.now()
    await asOwner(db, (tx) => keepFlows(tx, id))
    times.push(performance.now() - from)
  }
  judge('one more contract among the flows', times)
}

async function openPages(db: Db): Promise<void> {
  const house = appOver(db, secretsFrom(new Uint8Array(32).fill(1)), () => NOW)
  const month = '/insights/data/2026-10'
  const pages = ['/insights', '/insights?map=tiles', '/insights?area=tohoku', '/insights/data', '/circulation']
  const files = ['flows.csv', 'works.csv', 'market.csv', 'works.csv?format=xlsx', 'figures.json', 'manifest.json']
  for (const path of [...pages, ...files.map((file) => `${month}/${file}`)]) {
    const times: number[] = []
    for (let n = -WARM_UP; n < TIMES; n++) {
      const { status, ms } = await open(house, path)
      if (status !== 200) throw new Error(`${path} answered ${status}`)
      if (n >= 0) times.push(ms)
    }
    judge(path, times)
  }
}

function judge(name: string, times: number[]): void {
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.ceil(times.length * share) - 1]!
  tellGoal(
    `${name.padEnd(40)} p50 ${at(0.5).toFixed(1)} ms  p95 ${at(0.95).toFixed(1)} ms, at most ${GOAL_MS}`,
    at(0.95) <= GOAL_MS,
  )
}
