/**
 * Everybody at the same moment, on PostgreSQL (TEST_DATABASE_URL, or a server of its own):
 * `npm run bench:rush -- [--people 1000] [--copies 10] [--runs 3] [--seed 0] [--quick]`. Two servers with connections of their own
 * share one database; whoever sends is signed in and goes through the whole app, all started before one has been answered.
 * Prints what was stored and how long it took, run by run and from the least to the most; each run sends in another order.
 * Ends with 1 where something was stored twice, lost, or taken beyond the openings.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { count, countDistinct, eq, sql } from 'drizzle-orm'
import { accountId, companyId } from '../seed/cast.ts'
import { randomFrom } from '../seed/random.ts'
import { writeCast } from '../seed/write-cast.ts'
import { instance } from '../src/accounts/schema.ts'
import { applications } from '../src/applications/schema.ts'
import { asOwner, type Db, migrate, openDatabase } from '../src/lib/db.ts'
import { projects } from '../src/projects/schema.ts'
import { type OneOfMany, writeBids, writeCrowd } from '../test/fixtures/crowd.ts'
import { databaseAt, onServer, startPostgres } from '../test/postgres.ts'
import { machine, tellGoal } from './goals.ts'
import { type Answer, openServers, type Servers, secrets } from './rush/servers.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    copies: { type: 'string', default: '10' },
    runs: { type: 'string' },
    seed: { type: 'string', default: '0' },
    quick: { type: 'boolean', default: false },
  },
})
const many = Number(values.people ?? (values.quick ? 100 : 1000))
const copies = Number(values.copies)
const runs = Number(values.runs ?? (values.quick ? 1 : 3))
const seed = Number(values.seed)
const SERVERS = 2
const CONNECTIONS = 10
const NOW = new Date('2026-11-23T01:00:00Z')
const BEFORE = new Date(NOW.getTime() - 3_600_000)

type Person = OneOfMany & { readonly cookie: string }
type Rush = { readonly db: Db; readonly servers: Servers; readonly crowd: readonly Person[]; readonly owner: string }
/** One form of somebody, to one of the servers. */
type Sending = () => Promise<Answer>

/** What is sent at the same moment, and what has to be stored afterwards. */
const RUSHES = {
  /** Each of them applies to the same project, once. */
  'all apply to one project': async (rush: Rush, run: number) => {
    const project = await projectOf(rush.db)
    await writeBids(rush.db, rush.crowd, project, BEFORE, {})
    const done = await atOnce(
      run,
      rush.crowd.map((one, at) => sendingOf(rush, at, one, project.id, randomUUID())),
    )
    return { ...done, ...(await storedOnce(rush, project.id, done.answers, many)) }
  },

  /** Each sends the same form again and again, as a thumb on a slow telephone does. */
  'each sends the same form again and again': async (rush: Rush, run: number) => {
    const project = await projectOf(rush.db)
    await writeBids(rush.db, rush.crowd, project, BEFORE, {})
    const forms = rush.crowd.flatMap((one, at) => {
      const once = randomUUID()
      return Array.from({ length: copies }, (_, copy) => sendingOf(rush, at + copy, one, project.id, once))
    })
    const done = await atOnce(run, forms)
    return { ...done, ...(await storedOnce(rush, project.id, done.answers, many * copies)) }
  },

  /** More than a project takes: it closes with the last one. */
  'all apply where half are taken': async (rush: Rush, run: number) => {
    const limit = Math.floor(many / 2)
    const project = await projectOf(rush.db, limit)
    await writeBids(rush.db, rush.crowd, project, BEFORE, {})
    const done = await atOnce(
      run,
      rush.crowd.map((one, at) => sendingOf(rush, at, one, project.id, randomUUID())),
    )
    const rows = await countsOf(rush.db, project.id)
    const [row] = await asOwner(rush.db, (tx) => tx.select().from(projects).where(eq(projects.id, project.id)))
    const closed = row!.closedAt !== null
    const kept = rows.sent === limit && closed && statuses(done.answers) === `303 × ${limit}, 409 × ${many - limit}`
    return {
      ...done,
      kept,
      stored: `${rows.sent} of ${limit}, ${closed ? 'closed' : 'open'}; ${statuses(done.answers)}`,
    }
  },

  /** Half of them say yes, while the company offers it to the other half: one opening. */
  'all say yes and are asked, one opening': async (rush: Rush, run: number) => {
    const project = await projectOf(rush.db)
    const half = Math.floor(many / 2)
    const given = { sentAt: BEFORE, offeredAt: BEFORE }
    const offered = await writeBids(rush.db, rush.crowd.slice(0, half), project, BEFORE, given)
    const waiting = await writeBids(rush.db, rush.crowd.slice(half), project, BEFORE, { sentAt: BEFORE })
    const form = () => ({ version: '1', _once: randomUUID() })
    const acceptances = offered.map((id, at) => () => {
      return rush.servers.post(at, `/me/applications/${id}/acceptance`, form(), rush.crowd[at]!.cookie)
    })
    const offers = waiting.map((id, at) => () => {
      const path = `/companies/${project.companyId}/applications/${id}/offer`
      return rush.servers.post(at, path, form(), rush.owner)
    })
    const done = await atOnce(run, [...acceptances, ...offers])
    const first = await countsOf(rush.db, project.id)
    // Those who were asked before it was taken say yes, too late.
    const late = await atOnce(
      run,
      waiting.map((id, at) => () => {
        const path = `/me/applications/${id}/acceptance`
        return rush.servers.post(at, path, { ...form(), version: '2' }, rush.crowd[half + at]!.cookie)
      }),
    )
    const then = await countsOf(rush.db, project.id)
    const kept = first.accepted === 1 && then.accepted === 1 && late.answers.every(({ status }) => status === 409)
    const told = `${then.accepted} taken, asked before that ${then.offered - half}; ${statuses(done.answers)}`
    return { ...done, kept, stored: told }
  },
} satisfies Record<string, (rush: Rush, run: number) => Promise<Done & { stored: string; kept: boolean }>>

console.log(machine(`${many} people, ${copies} copies, seeds ${seed}–${seed + runs - 1}`))
console.log(`${SERVERS} servers in one process with ${CONNECTIONS} connections each; no jobs run`)
const server = await startPostgres()
try {
  await withDatabase(async (rush) => {
    for (const name of Object.keys(RUSHES) as (keyof typeof RUSHES)[]) {
      const times: number[] = []
      for (let run = seed; run < seed + runs; run++) {
        const { sent, seconds, answers, stored, kept } = await RUSHES[name](rush, run)
        const ms = answers.map((one) => one.ms).sort((a, b) => a - b)
        const at = (share: number) => `${(ms[Math.ceil(ms.length * share) - 1]! / 1000).toFixed(1)} s`
        const wait = `p50 ${at(0.5)} p95 ${at(0.95)} longest ${at(1)}`
        console.log(`${name}, seed ${run}: ${sent} sent in ${seconds.toFixed(1)} s (${wait}): ${stored}`)
        tellGoal(`${name}, seed ${run}`, kept)
        times.push(seconds)
      }
      console.log(`${name}: ${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)} s\n`)
    }
  })
} finally {
  await server.stop()
}

type Done = { sent: number; seconds: number; answers: Answer[] }

/** Starts all of them before one is answered, in an order that the seed decides. */
async function atOnce(run: number, forms: readonly Sending[]): Promise<Done> {
  const mixed = randomFrom(`rush ${run}`).several(forms, forms.length)
  const started = performance.now()
  const answers = await Promise.all(mixed.map((send) => send()))
  return { sent: forms.length, seconds: (performance.now() - started) / 1000, answers }
}

function sendingOf({ servers }: Rush, at: number, { cookie }: Person, project: string, once: string): Sending {
  return () => servers.post(at, `/me/projects/${project}/application/sending`, { version: '1', _once: once }, cookie)
}

/** One application, one line of history and one consent for each, whatever was sent. */
async function storedOnce({ db }: Rush, project: string, answers: readonly Answer[], sent: number) {
  const { sent: rows, people, told, consents } = await countsOf(db, project)
  const kept = [rows, people, told, consents].every((one) => one === many) && statuses(answers) === `303 × ${sent}`
  const stored = `${rows} applications of ${people} people, ${told} in history, ${consents} consents; ${statuses(answers)}`
  return { kept, stored }
}

async function countsOf(db: Db, project: string) {
  const { sentAt, accountId: person, acceptedAt, offeredAt, id, projectId } = applications
  const [row] = await asOwner(db, (tx) =>
    tx
      .select({
        sent: count(sentAt),
        people: countDistinct(person),
        accepted: count(acceptedAt),
        offered: count(offeredAt),
        told: sql<number>`(select count(*) from history h join applications a on a.id = h.subject_id
          where a.project_id = ${project}::uuid and h.act = 'application.sent')::integer`,
        consents: sql<number>`(select count(*) from consents c join applications a on a.id = c.subject_id
          where a.project_id = ${project}::uuid)::integer`,
        all: count(id),
      })
      .from(applications)
      .where(eq(projectId, project)),
  )
  return row!
}

/** 「303 × 999, 409 × 1」 */
function statuses(answers: readonly Answer[]): string {
  const counts = Map.groupBy(answers, ({ status }) => status)
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([status, all]) => `${status} × ${all.length}`)
    .join(', ')
}

async function projectOf(db: Db, applicationLimit: number | null = null) {
  const id = randomUUID()
  const at = { createdAt: BEFORE, updatedAt: BEFORE, submittedAt: BEFORE, publishedAt: BEFORE }
  const project = { id, companyId: companyId('craft'), title: '原価の表を一緒に作ってほしい', applicationLimit, ...at }
  await asOwner(db, (tx) => tx.insert(projects).values(project))
  return project
}

async function withDatabase(work: (rush: Rush) => Promise<void>): Promise<void> {
  const name = `meguri_bench_${randomUUID().replaceAll('-', '')}`
  await onServer(server.url, `create database ${name}`)
  const url = databaseAt(server.url, name)
  const db = await openDatabase({ databaseUrl: url, dataDir: '' })
  try {
    await migrate(db, join(import.meta.dirname, '..', 'drizzle'))
    await asOwner(db, async (tx) => {
      await tx.insert(instance).values({ mode: 'demo', createdAt: NOW })
      await writeCast(tx, secrets, new Date('2026-04-01T00:00:00Z'))
    })
    const { rows } = await db.pool.query<{ version: string; fsync: string }>(
      `select split_part(version(), ' ', 2) as version, current_setting('fsync') as fsync`,
    )
    console.log(`PostgreSQL ${rows[0]!.version}, fsync ${rows[0]!.fsync}`)
    const people = await writeCrowd(db, many, BEFORE)
    const servers = await openServers(url, SERVERS, CONNECTIONS, () => NOW)
    const crowd: Person[] = []
    for (const one of people) crowd.push({ ...one, cookie: await servers.signIn(one.accountId) })
    const owner = await servers.signIn(accountId('nakamura'))
    await work({ db, servers, crowd, owner })
    await servers.close()
  } finally {
    await db.close()
    await onServer(server.url, `drop database ${name} with (force)`)
  }
}
