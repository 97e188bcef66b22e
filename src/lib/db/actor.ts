import { AsyncLocalStorage } from 'node:async_hooks'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres/session'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { PoolClient } from 'pg'
import type { Db } from './database.ts'
import { Ending } from './ending.ts'

/** A drizzle database bound to one client inside one transaction. `tx.transaction()` is a savepoint. */
export type Tx = NodePgDatabase<Record<string, never>>

export type Power = 'visitor' | 'person' | 'operator' | 'administrator' | 'system'

/** Who acts: the account (null for a visitor or the program itself) and what the policies of the tables may allow. */
export type Actor = {
  readonly id: string | null
  readonly power: Power
  /** The company for which somebody of another house works now, and whether they may write: walls of their own let them in. */
  readonly assisted?: { readonly company: string; readonly writes: boolean }
  /** When: what ends on a day is over for the walls too. Whoever does not say it sees nothing that ends. */
  readonly at?: Date
}

const POWERS: readonly string[] = ['visitor', 'person', 'operator', 'administrator', 'system'] satisfies Power[]
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const LIMITS = `set local statement_timeout = '15s'; set local lock_timeout = '5s';
set local idle_in_transaction_session_timeout = '30s'; set local timezone = 'Asia/Tokyo'`
const TRIES = 3

export const dialect = new PgDialect({ casing: 'snake_case' })
const current = new AsyncLocalStorage<{ open: boolean }>()

/** One writing transaction in the name of `actor`, acting for `organisation`. Rolled back when `fn` throws. */
export function asActor<T>(db: Db, actor: Actor, organisation: string | null, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, opening(actor, organisation, 'begin'), (client) => fn(txOver(client)))
}

/** As asActor, for reading only: a write inside it is refused by the database. */
export function readAs<T>(db: Db, actor: Actor, organisation: string | null, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, opening(actor, organisation, 'begin read only'), (client) => fn(txOver(client)))
}

/** One transaction of the tables' owner: migrations and the bulk writing of the demo only. */
export function asOwner<T>(db: Db, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, OWNER, (client) => fn(txOver(client)))
}

/**
 * The statements that begin a transaction of the owner. Row-level security is forced on the owner too, so it says who
 * it is like everybody else.
 */
export const OWNER = `begin; set local lock_timeout = '10s'; set local timezone = 'Asia/Tokyo'; ${settings({ id: null, power: 'system' }, null)}`

/** Waits until no other process is at work on roles, tables or the job schema. Ends with the transaction. */
export const ALONE = 'select pg_advisory_xact_lock(7412004219)'

/** The statements that begin a transaction of `actor`: sent as one simple query, so that it costs one round trip. */
export function opening(actor: Actor, organisation: string | null, begin: 'begin' | 'begin read only'): string {
  return `${begin}; set local role meguri_app; ${LIMITS}; ${settings(actor, organisation)}`
}

/**
 * Runs `fn` between `begin` and `commit` on one client, again when the database asks for another try.
 * The embedded database has one session for everybody: a second transaction inside the first would wait for ever.
 */
export async function inTransaction<T>(db: Db, begin: string, fn: (client: PoolClient) => Promise<T>): Promise<T> {
  if (current.getStore()?.open) throw new Error('A transaction is already open here: use its tx')
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(db, begin, fn)
    } catch (error) {
      if (attempt >= TRIES || !wantsAnotherTry(error)) throw error
    }
  }
}

const UNIQUE_VIOLATION = '23505'

/** The five-character SQLSTATE of an error, also when drizzle has wrapped it; null for any other error. */
export function sqlState(error: unknown): string | null {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    const code: unknown = 'code' in inner ? inner.code : undefined
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
  }
  return null
}

/** Something with this name, number or address is there already. */
export function isTaken(error: unknown): boolean {
  return sqlState(error) === UNIQUE_VIOLATION
}

export function txOver(client: Pick<PoolClient, 'query'>): Tx {
  const session = new NodePgSession<Record<string, never>, Record<string, never>>(
    client as PoolClient,
    dialect,
    undefined,
  )
  return new NodePgTransaction(dialect, session, undefined) as unknown as Tx
}

async function attemptOnce<T>(db: Db, begin: string, fn: (client: PoolClient) => Promise<T>): Promise<T> {
  if (db.pool.ending) throw new Ending('The database was let go')
  const client = await db.pool.connect()
  const scope = { open: true }
  let broken: Error | undefined
  const onBreak = (error: Error) => {
    broken = error
  }
  client.on('error', onBreak)
  try {
    await client.query(begin)
    const result = await current.run(scope, () => fn(client))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(onBreak)
    throw error
  } finally {
    scope.open = false
    client.off('error', onBreak)
    client.release(broken)
  }
}

function settings({ id, power, assisted, at }: Actor, organisation: string | null): string {
  if (!POWERS.includes(power)) throw new TypeError(`No such power: ${power}`)
  const values = {
    ...{ actor: uuidOrEmpty(id), power, organisation: uuidOrEmpty(organisation) },
    ...(at && { at: at.toISOString() }),
    ...(assisted && { assisted: uuidOrEmpty(assisted.company), assisted_writes: assisted.writes ? 'yes' : '' }),
  }
  return `select ${Object.entries(values).map(([name, value]) => `set_config('app.${name}', '${value}', true)`)}`
}

function uuidOrEmpty(id: string | null): string {
  if (id === null) return ''
  if (!UUID.test(id)) throw new TypeError('An id is not a UUID')
  return id
}

/** serialization_failure, deadlock_detected */
function wantsAnotherTry(error: unknown): boolean {
  return ['40001', '40P01'].includes(sqlState(error) ?? '')
}
