import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Actor, asActor, asOwner, type Db, openDatabase, StartError } from '../db.ts'
import { keepCompiled, scratchFolder } from './scratch.ts'

const SYSTEM = { id: null, power: 'system' } satisfies Actor

let folder: ReturnType<typeof scratchFolder>
let open: Db[]
/** Makes the first start of each test's database quick. */
let template: ReturnType<typeof scratchFolder> & { file: string }

beforeAll(async () => {
  await keepCompiled()
  const { path, remove } = scratchFolder()
  template = { path, remove, file: join(path, 'template.tar') }
  const db = await openDatabase({ dataDir: '', memory: true })
  await db.dump?.(template.file)
  // Each of the tests loads it, and unpacking is a third of the loading.
  writeFileSync(template.file, gunzipSync(readFileSync(template.file)))
  await db.close()
}, 60_000)
afterAll(() => template.remove())

beforeEach(() => {
  folder = scratchFolder()
  open = []
})
afterEach(async () => {
  for (const db of open.reverse()) await db.close()
  folder.remove()
})

async function opened(options: { attach?: boolean; snapshot?: string; dataDir?: string } = {}): Promise<Db> {
  const db = await openDatabase({ dataDir: folder.path, snapshot: template.file, ...options })
  open.push(db)
  return db
}

async function closed(db: Db): Promise<void> {
  open = open.filter((other) => other !== db)
  await db.close()
}

const count = async (db: Db) => {
  const { rows } = await asActor(db, SYSTEM, null, (tx) => tx.execute(sql`select count(*) as n from things`))
  return rows[0]?.n
}
const createThings = (db: Db) => asOwner(db, (tx) => tx.execute(sql`create table things (id int)`))
const addThing = (db: Db) => asActor(db, SYSTEM, null, (tx) => tx.execute(sql`insert into things values (1)`))

test('a second server on the same data is refused with a sentence, a command connects to the first', async () => {
  const server = await opened()
  await createThings(server)
  const second = openDatabase({ dataDir: folder.path })
  await expect(second).rejects.toThrow(StartError)
  await expect(second).rejects.toThrow('もう動いています')
  const command = await opened({ attach: true })
  expect(command.kind).toBe('attached')
  await Promise.all([server, command, server, command].map(addThing))
  expect(await count(server)).toBe(4)
  await closed(command)
  expect(await count(server)).toBe(4)
}, 60_000)

test('what was written is there after closing, and a command starts the database itself when nobody answers', async () => {
  const first = await opened()
  await createThings(first)
  await addThing(first)
  await closed(first)
  const command = await opened({ attach: true })
  expect(command.kind).toBe('embedded')
  expect(await count(command)).toBe(1)
}, 60_000)

test('after the server was killed the next one starts, with all that was committed', async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./scratch-server.ts', import.meta.url)), folder.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  await expect(openDatabase({ dataDir: folder.path })).rejects.toThrow(StartError)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const next = await opened()
  expect(await count(next)).toBe(1)
}, 60_000)

test('a client that goes away inside a transaction stops nobody', async () => {
  const server = await opened()
  await createThings(server)
  const socket = { host: server.pool.options.host ?? '', port: 5432, user: 'postgres', database: 'postgres' }
  const vanish = async (statement: string, waits: boolean) => {
    const client = new pg.Client(socket)
    client.on('error', () => {})
    await client.connect()
    const sent = client.query(statement).catch(() => {})
    if (waits) await sent
    // As the kernel does for a killed process: no farewell.
    const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } }).connection
    stream.destroy()
  }
  await vanish('begin; insert into things values (1)', true)
  expect(await count(server)).toBe(0)
  await vanish('begin; insert into things select g from generate_series(1, 300000) g', false)
  expect(await count(server)).toBe(0)
}, 60_000)

test('an answer comes in one piece', async () => {
  const { pool } = await opened()
  const client = await pool.connect()
  try {
    const { stream } = (client as unknown as { connection: { stream: NodeJS.ReadableStream } }).connection
    let pieces = 0
    stream.on('data', () => pieces++)
    await client.query('select g from generate_series(1, $1::int) g', [3])
    expect(pieces).toBe(1)
  } finally {
    client.release()
  }
}, 60_000)

test('an error inside a transaction of one pool does not reach the other', async () => {
  const [server, command] = [await opened(), await opened({ attach: true })]
  await createThings(server)
  const failing = () =>
    asActor(command, SYSTEM, null, (tx) => tx.execute(sql`insert into things values (${'no number'}::text)`))
  const results = await Promise.allSettled(
    Array.from({ length: 40 }, (_, index) => (index % 2 ? failing() : addThing(server))),
  )
  expect(results.map((result) => result.status)).toEqual(
    Array.from({ length: 40 }, (_, index) => (index % 2 ? 'rejected' : 'fulfilled')),
  )
  expect(await count(command)).toBe(20)
}, 60_000)

test('a new database begins with the snapshot it is given', async () => {
  const first = await opened()
  await createThings(first)
  await addThing(first)
  const snapshot = join(folder.path, 'snapshot.tar.gz')
  await first.dump?.(snapshot)
  await closed(first)
  const elsewhere = await opened({ dataDir: join(folder.path, 'elsewhere'), snapshot })
  expect(await count(elsewhere)).toBe(1)
}, 60_000)

test('closing waits for the transaction that is running', async () => {
  const server = await opened()
  await createThings(server)
  let closing: Promise<void> | undefined
  await asActor(server, SYSTEM, null, async (tx) => {
    closing = closed(server)
    await tx.execute(sql`insert into things values (1)`)
  })
  await closing
  expect(await count(await opened())).toBe(1)
}, 60_000)

test('a data folder that cannot be written to is refused with a sentence', async () => {
  const file = join(folder.path, 'file')
  writeFileSync(file, '')
  const inFile = openDatabase({ dataDir: join(file, 'data') })
  await expect(inFile).rejects.toThrow(StartError)
  await expect(inFile).rejects.toThrow('書き込めません')
})

test('a database that cannot be opened is a sentence, and leaves the folder free', async () => {
  const broken = join(folder.path, 'broken')
  writeFileSync(broken, 'no database')
  const start = openDatabase({ dataDir: folder.path, snapshot: broken })
  await expect(start).rejects.toThrow(StartError)
  await expect(start).rejects.toThrow('データベースを開けません')
  await createThings(await opened())
}, 60_000)

test('a first start that was killed half-way is begun anew', async () => {
  mkdirSync(join(folder.path, 'database'))
  writeFileSync(join(folder.path, 'database', 'PG_VERSION'), '17')
  writeFileSync(join(folder.path, 'database.making'), '')
  const db = await opened()
  await createThings(db)
  expect(await count(db)).toBe(0)
}, 60_000)
