/**
 * The search of projects: `npm run bench:search -- [--projects 100000] [--people 1000000] [--rate 20] [--seconds 60] [--quick]`.
 * On PostgreSQL (TEST_DATABASE_URL, or a server of its own): how long the page takes, from the moment at which somebody
 * asks, for one to three words with two filters and all counts, at so many requests a second; and how many of 200
 * queries that were written from the projects alone (search/README.md) have their project among the first ten of the demo.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { instance } from '../src/accounts/schema.ts'
import { classifier, jobCodes } from '../src/jobcodes/rules/standard.ts'
import { asOwner, type Db, migrate, openDatabase } from '../src/lib/db.ts'
import { secretsFrom } from '../src/lib/secrets.ts'
import { currentSearch } from '../src/projects/actions/search.ts'
import { fillDemo } from '../src/server/demo.ts'
import { databaseAt, onServer, startPostgres } from '../test/postgres.ts'
import { machine, tellGoal } from './goals.ts'
import { appOver, open } from './house.ts'
import { fillLarge } from './search/fill.ts'
import { placesOf, writtenQueries } from './search/recall.ts'

const { values } = parseArgs({
  options: {
    projects: { type: 'string' },
    people: { type: 'string' },
    rate: { type: 'string', default: '20' },
    seconds: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
})
const projects = Number(values.projects ?? (values.quick ? 5_000 : 100_000))
const people = Number(values.people ?? (values.quick ? 5_000 : 1_000_000))
const rate = Number(values.rate)
const seconds = Number(values.seconds ?? (values.quick ? 5 : 60))
const GOAL_MS = 50
const GOAL_RECALL = 0.95
/** The day on which the queries were written: the demo is the same again. */
const DAY = new Date('2026-11-29T00:00:00Z')
const WARM_UP = 100

console.log(machine(`${projects} projects, ${people} people, ${rate} requests a second for ${seconds} s`))
classifier.now()
const secrets = secretsFrom(new Uint8Array(32).fill(1))
const server = await startPostgres()
const made: string[] = []
try {
  const queries = writtenQueries()
  const demo = await newDatabase()
  await inDatabase(demo, async (db) => {
    await migrate(db, join(import.meta.dirname, '..', 'drizzle'))
    await asOwner(db, (tx) => tx.insert(instance).values({ mode: 'demo', createdAt: DAY }))
    await fillDemo(db, secrets, DAY)
    const shelves = await shelvesOf(db)
    const gone = queries.filter(({ project }) => !shelves.projects.rowOf.has(project))
    tellGoal(`${gone.length} queries ask for what nobody can find, at most 0`, gone.length === 0)
    const places = placesOf(shelves, queries)
    const found = places.filter((place) => place > 0).length / places.length
    const first = places.filter((place) => place === 1).length
    console.log(`${places.length} queries: ${first} stand first`)
    tellGoal(`recall in the first ten ${found.toFixed(3)}, at least ${GOAL_RECALL}`, found >= GOAL_RECALL)
  })
  await inDatabase(await newDatabase(demo), async (db) => {
    await fillLarge(db, { projects, people })
    await shelvesOf(db)
    const house = appOver(db, secrets, () => DAY)
    const paths = queries.map(({ words }, n) => pathOf(words, n))
    for (let n = 0; n < WARM_UP; n++) await open(house, paths[n % paths.length]!)
    const { times, cpu, wrong } = await atRate(house, paths)
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.ceil(times.length * share) - 1]!
    console.log(
      `p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms, ${cpu.toFixed(1)} ms of processor a request`,
    )
    tellGoal(`p95 ${at(0.95).toFixed(1)} ms, at most ${GOAL_MS} ms`, at(0.95) <= GOAL_MS && wrong === 0)
  })
} finally {
  for (const name of made) await onServer(server.url, `drop database ${name} with (force)`)
  await server.stop()
}

/** @param like the name of a database that it begins as, to which nobody may be connected */
async function newDatabase(like?: string): Promise<string> {
  const name = `meguri_bench_${randomUUID().replaceAll('-', '')}`
  await onServer(server.url, `create database ${name}${like === undefined ? '' : ` template ${like}`}`)
  made.push(name)
  return name
}

async function inDatabase(name: string, work: (db: Db) => Promise<void>): Promise<void> {
  const db = await openDatabase({ databaseUrl: databaseAt(server.url, name), dataDir: '' })
  try {
    await work(db)
  } finally {
    await db.close()
  }
}

/** What is searched, and what it took to read it. */
async function shelvesOf(db: Db) {
  const [started, before] = [performance.now(), process.cpuUsage()]
  const shelves = await currentSearch(db)
  const { user, system } = process.cpuUsage(before)
  const seconds = [performance.now() - started, (user + system) / 1000].map((ms) => (ms / 1000).toFixed(1))
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20)
  console.log(
    `${shelves.projects.rowOf.size} projects read in ${seconds[0]} s (${seconds[1]} s of processor); ${memory} MB in all`,
  )
  return shelves
}

/** One to three words as somebody wrote them, and two filters. */
function pathOf(words: string, n: number): string {
  const { majors } = jobCodes()
  const filters = [
    `style=remote&hours=20`,
    `hourly=2000&months=6`,
    `prefecture=${1 + (n % 47)}&style=visits`,
    `code=${majors[n % majors.length]!.id}&hours=15`,
    `contract=direct&months=12`,
  ]
  const some = words
    .split(' ')
    .slice(0, 1 + (n % 3))
    .join(' ')
  return `/projects?words=${encodeURIComponent(some)}&${filters[n % filters.length]}`
}

/** Asks at a steady rate, whether or not the one before was answered; times count from when somebody asks. */
async function atRate(house: ReturnType<typeof appOver>, paths: readonly string[]) {
  const count = Math.round(rate * seconds)
  const began = performance.now()
  const used = process.cpuUsage()
  let wrong = 0
  const times = await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const due = began + (n * 1000) / rate
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
      const { status } = await open(house, paths[n % paths.length]!)
      if (status !== 200) wrong++
      return performance.now() - due
    }),
  )
  const { user, system } = process.cpuUsage(used)
  return { times, wrong, cpu: (user + system) / 1000 / count }
}
