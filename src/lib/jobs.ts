import { sql } from 'drizzle-orm'
import { type Db as BossDatabase, fromDrizzle, type Job, type JobWithMetadata, PgBoss } from 'pg-boss'
import { ALONE, inTransaction, OWNER } from './db/actor.ts'
import { asOwner, type Db, Ending, type Tx } from './db.ts'
import { idNamed } from './ids.ts'
import { plainError } from './plain-error.ts'

/** Ids and codes only, never names or text: jobs outlive what they speak of. */
export type Payload = Readonly<Record<string, unknown>>

/** `id` stays the same over all tries of a job, so that a mail sent twice can carry the same Message-ID. */
export type Handler = (payload: Payload, job: { id: string }) => Promise<void>
export type Handlers = Readonly<Record<string, Handler>>

export type Resting = { id: string; name: string; payload: Payload; error: string; failedAt: Date }

export type Jobs = {
  /**
   * Enqueues inside the transaction of the act. The same `key` of the same name is accepted once; whoever comes later
   * with it, within thirty days, changes nothing.
   */
  enqueue(tx: Tx, name: string, payload: Payload, when?: { startAfter?: Date; key?: string }): Promise<void>
  /** Begins to run jobs in this process. */
  start(handlers: Handlers, options?: { pollSeconds?: number }): Promise<void>
  /** Runs everything that is due until nothing is left; how many ran. Throws on the first failure, with the job's name. */
  drain(handlers: Handlers): Promise<number>
  /** Wakes the pollers of this process: call it after the commit of an act that enqueued. */
  nudge(): void
  /** Takes no more jobs, waits for the running ones, and hands back those that need longer. */
  stop(graceSeconds?: number): Promise<void>
  /** The jobs that failed for good, the newest first. */
  resting(): Promise<Resting[]>
  /** 「もう一度」: false when no such job rests. */
  retry(id: string): Promise<boolean>
}

export type JobsOptions = {
  /** Only where time is simulated: otherwise the database's own clock decides what is due. */
  clock?: () => Date
  /** What nobody would do anything for is not enqueued. */
  skips?: (name: string, payload: Payload) => boolean
  onError?: (error: unknown, job?: { id: string; name: string }) => void
}

type Data = { name: string; payload: Payload }

/** One queue for all names: each queue would be polled, and the embedded database has one session for everything. */
const QUEUE = 'work'
const AT_ONCE = 2
const SUPERVISE_SECONDS = 30
const THIRTY_DAYS = 30 * 86_400
const SETTINGS = {
  ...{ retryLimit: 5, retryDelay: 20, retryBackoff: true, retryDelayMax: 3600 },
  // A process that was killed stops beating, and its jobs go to somebody else.
  ...{ heartbeatSeconds: 30, expireInSeconds: 900 },
  ...{ deleteAfterSeconds: THIRTY_DAYS, retentionSeconds: THIRTY_DAYS },
}
const BEAT_MS = 10_000

export async function openJobs(db: Db, options: JobsOptions = {}): Promise<Jobs> {
  const { clock, skips = () => false } = options
  const onError: NonNullable<JobsOptions['onError']> = (error, job) => {
    // What breaks off because the program ends is begun anew; after the end nothing is left to tell from.
    if (!(error instanceof Ending) && !db.pool.ending) options.onError?.(error, job)
  }
  const boss = new PgBoss({
    db: bossDatabase(db, clock),
    ...{ supervise: false, schedule: false, registerInstance: false, reindex: false, monitorVacuum: false },
    ...{ queueCacheIntervalSeconds: 3600, flowIntervalSeconds: 3600, bamIntervalSeconds: 3600 },
  })
  boss.on('error', (error) => onError(error))
  await asOwner(db, (tx) => tx.execute(sql.raw(`${ALONE}; create schema if not exists pgboss`)))
  await boss.start({ attempts: 3 })
  await prepare(db, boss, clock !== undefined)

  const workers: string[] = []
  let supervising: NodeJS.Timeout | undefined

  const nudge = () => {
    for (const worker of workers) boss.notifyWorker(worker)
  }

  const run = async (handlers: Handlers, job: Job<Data>) => {
    const { name, payload } = job.data
    const handler = handlers[name]
    if (!handler) throw new Error(`No handler for ${name}`)
    await handler(payload, { id: job.id })
  }

  const runPlainly = async (handlers: Handlers, job: Job<Data>) => {
    try {
      await run(handlers, job)
    } catch (error) {
      onError(error, { id: job.id, name: job.data.name })
      // pg-boss keeps what is thrown; the error itself could quote what must not be kept.
      throw Object.assign(new Error(plainError(error).message), { stack: '' })
    }
  }

  return {
    async enqueue(tx, name, payload, { startAfter, key } = {}) {
      if (skips(name, payload)) return
      const due = startAfter ?? clock?.()
      await boss.send(QUEUE, { name, payload } satisfies Data, {
        db: fromDrizzle(tx, sql),
        ...(due && { startAfter: due }),
        ...(key !== undefined && { id: idOf(name, key) }),
      })
    },

    async start(handlers, { pollSeconds = 2 } = {}) {
      const watch = () => boss.supervise(QUEUE).catch((error) => onError(error))
      await watch()
      supervising = setInterval(watch, SUPERVISE_SECONDS * 1000)
      const work = async ([job]: Job<Data>[]) => {
        if (!job) return
        try {
          await runPlainly(handlers, job)
        } finally {
          // Where there was one there may be more: pg-boss would rest until the next poll.
          nudge()
        }
      }
      for (let n = 0; n < AT_ONCE; n++) {
        workers.push(await boss.work<Data>(QUEUE, { pollingIntervalSeconds: pollSeconds }, work))
      }
    },

    async drain(handlers) {
      for (let count = 0; ; count++) {
        const [job] = await boss.fetch<Data>(QUEUE, { includeMetadata: true })
        if (!job) return count
        const beat = setInterval(() => void boss.touch(QUEUE, job.id).catch(onError), BEAT_MS)
        try {
          await run(handlers, job)
          await boss.complete(QUEUE, attemptOf(job))
        } catch (error) {
          await boss.fail(QUEUE, attemptOf(job), { message: plainError(error).message })
          throw new Error(`Job ${job.data.name} failed`, { cause: error })
        } finally {
          clearInterval(beat)
        }
      }
    },

    nudge,

    async stop(graceSeconds = 10) {
      clearInterval(supervising)
      await boss.stop({ graceful: true, close: false, timeout: graceSeconds * 1000 })
    },

    resting: () => restingJobs(db),

    async retry(id) {
      const { affected } = (await boss.retry(QUEUE, id)) as { affected: number }
      nudge()
      return affected === 1
    },
  }
}

async function prepare(db: Db, boss: PgBoss, simulated: boolean): Promise<void> {
  await boss.createQueue(QUEUE, SETTINGS)
  await asOwner(db, async (tx) => {
    await tx.execute(sql.raw(ALONE))
    // Acts enqueue as the application's role, in their own transaction.
    await tx.execute(sql`grant usage on schema pgboss to meguri_app`)
    await tx.execute(sql`grant select, insert on all tables in schema pgboss to meguri_app`)
    if (simulated) await tx.execute(SIMULATED_NOW)
  })
  // Looks the queue up now: later, inside an act, a question on a second connection would wait for the act's own end.
  await boss.findJobs(QUEUE, { id: idOf('', '') })
}

/** What pg-boss asks for the time; where our setting is absent it answers as the original does. */
const SIMULATED_NOW = sql`create or replace function pgboss.job_now() returns timestamptz language sql stable as
  $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, pg_catalog.now()) $$`

/**
 * pg-boss over our pool. On the embedded database all connections share one session, and only an open transaction keeps
 * the messages of a statement with parameters together; so each of those becomes a transaction.
 */
function bossDatabase(db: Db, clock?: () => Date): BossDatabase {
  const now = () => (clock ? `set local app.now = '${clock().toISOString()}';` : '')
  return {
    async executeSql(text, values) {
      if (values && values.length > 0) {
        return inTransaction(db, `${OWNER};${now()}`, (client) => client.query(text, values))
      }
      const result: unknown = await db.pool.query(now() + text)
      const parts = (Array.isArray(result) ? result : [result]) as { rows: unknown[] }[]
      return { rows: parts.flatMap((part) => part.rows) }
    },
  }
}

function restingJobs(db: Db): Promise<Resting[]> {
  return asOwner(db, async (tx) => {
    const { rows } = await tx.execute<{ id: string; data: Data; error: string | null; at: string }>(sql`
      select id, data, coalesce(output->>'message', output->'value'->>'message') as error, completed_on as at
      from pgboss.job where name = ${QUEUE} and state = 'failed' order by completed_on desc limit 500`)
    return rows.map(({ id, data, error, at }) => ({ id, ...data, error: error ?? '', failedAt: new Date(at) }))
  })
}

function attemptOf(job: JobWithMetadata<Data>): { id: string; retryCount: number } {
  return { id: job.id, retryCount: job.retryCount }
}

function idOf(name: string, key: string): string {
  return idNamed(`${name}\n${key}`)
}
