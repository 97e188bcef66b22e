import { createHash } from 'node:crypto'
import { accessSync, constants, mkdirSync, mkdtempSync, realpathSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { StartError } from '../start-error.ts'
import type { Db, DbOptions } from './database.ts'
import { startEmbedded } from './embedded.ts'
import { takeLock } from './lock.ts'
import { ensureRole } from './role.ts'

const SOCKET = '.s.PGSQL.5432'
const INT8 = 20
pg.types.setTypeParser(INT8, wholeNumber)

export async function openDatabase(options: DbOptions): Promise<Db> {
  const db = options.databaseUrl ? await openPostgres(options.databaseUrl, options.max ?? 10) : await openLocal(options)
  try {
    if (db.kind !== 'attached') await ensureRole(db)
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}

async function openPostgres(connectionString: string, max: number): Promise<Db> {
  const pool = poolOf({ connectionString, max })
  const refuse = async (sentence: string) => {
    await pool.end()
    return new StartError(sentence)
  }
  const found = await pool
    .query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    )
    .catch((error: Error) => error)
  if (found instanceof Error) {
    throw await refuse(
      `データベースにつながりません。DATABASE_URL と、PostgreSQL が動いているかを確かめてください（${found.message}）。`,
    )
  }
  const { version, encoding } = found.rows[0]!
  if (version < 150_000) throw await refuse('PostgreSQL は 15 以上が必要です。新しい版を使ってください。')
  if (encoding !== 'UTF8')
    throw await refuse('データベースの文字の符号化が UTF8 ではありません。UTF8 で作り直してください。')
  return { kind: 'postgresql', pool, dump: null, close: () => pool.end() }
}

async function openLocal(options: DbOptions): Promise<Db> {
  if (options.memory) {
    const socket = join(mkdtempSync(join(options.dataDir || tmpdir(), 'meguri-')), SOCKET)
    return serve(options, null, socket, () => {})
  }
  const dataDir = usableFolder(options.dataDir)
  const socket = socketOf(dataDir)
  const release = takeLock(join(dataDir, 'lock'))
  if (release) return serve(options, join(dataDir, 'database'), socket, release)
  if (!options.attach)
    throw new StartError(
      `めぐりは、もう動いています（データの場所: ${dataDir}）。動いているほうを止めてから始めてください。`,
    )
  await answering(socket)
  const pool = poolOf({ host: dirname(socket), max: options.max ?? 4 })
  return { kind: 'attached', pool, dump: null, close: () => pool.end() }
}

async function serve(options: DbOptions, folder: string | null, socket: string, release: () => void): Promise<Db> {
  try {
    const lost = options.onLost ?? (() => {})
    const embedded = await startEmbedded({ folder, socket, snapshot: options.snapshot ?? null }, lost)
    const pool = poolOf({ host: dirname(socket), max: options.max ?? 4 })
    const close = async () => {
      await pool.end()
      await embedded.stop()
      release()
    }
    return { kind: 'embedded', pool, dump: embedded.dump, close }
  } catch (error) {
    release()
    throw error
  }
}

function poolOf(config: pg.PoolConfig): pg.Pool {
  const local = config.host ? { port: 5432, user: 'postgres', database: 'postgres', password: '' } : {}
  // The embedded database has one session for all: on a busy machine a page waits for its turn, which is no failure yet.
  const connectionTimeoutMillis = config.host ? 60_000 : 10_000
  const pool = new pg.Pool({ ...local, ...config, connectionTimeoutMillis, application_name: 'meguri' })
  // A connection that breaks while nobody uses it: the pool has already let it go and makes another when needed.
  pool.on('error', () => {})
  return pool
}

/** The real path of a folder in which we can write. */
function usableFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return realpathSync(folder)
  } catch {
    throw new StartError(
      `データを置く場所 ${folder} に書き込めません。DATA_DIR と、その場所に書き込む許可を確かめてください。`,
    )
  }
}

/** A unix socket path over about 107 characters fails, so it does not lie in the data folder. */
function socketOf(dataDir: string): string {
  const name = `meguri-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`
  return join(tmpdir().length > 70 ? '/tmp' : tmpdir(), name, SOCKET)
}

/** The other process holds the lock, but may still be on its way up. */
async function answering(socket: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await answers(socket)) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new StartError('動いているめぐりのデータベースが返事をしません。止めてから、もう一度始めてください。')
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socket)
    probe.once('connect', () => probe.end(() => resolve(true)))
    probe.once('error', () => resolve(false))
  })
}

/** PostgreSQL's bigint as a number: our sums and counts stay far below 2⁵³, and a silent rounding would be a lie. */
function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`A whole number too large to be exact: ${text}`)
  return value
}
