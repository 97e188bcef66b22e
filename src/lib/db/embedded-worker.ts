import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { open, readFile, rename } from 'node:fs/promises'
import type { Server, Socket } from 'node:net'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { dataDir } from '@electric-sql/pglite-prepopulatedfs'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

/** `folder` null: in memory. `snapshot`: a dump with which a new database begins. */
export type WorkerData = { folder: string | null; socket: string; snapshot: string | null }
export type ToWorker = { id: number; act: 'dump' | 'stop'; file?: string }
export type FromWorker = { id: number; error?: string }

/** Far more than our pools open: past it the library answers with something that is no PostgreSQL message. */
const MAX_CONNECTIONS = 200

const port = parentPort as MessagePort
const data = workerData as WorkerData
const answer = (id: number, work: Promise<unknown>) =>
  work.then(
    () => port.postMessage({ id } satisfies FromWorker),
    (error) => port.postMessage({ id, error: String(error?.message ?? error) } satisfies FromWorker),
  )

const started = start()
answer(0, started)
port.on('message', async (message: ToWorker) => {
  const { lite, server } = await started
  answer(message.id, message.act === 'dump' ? dump(lite, message.file ?? '') : stop(lite, server))
})

async function start(): Promise<{ lite: PGlite; server: PGLiteSocketServer }> {
  const lite = await openLite()
  const server = new PGLiteSocketServer({ db: lite, path: data.socket, maxConnections: MAX_CONNECTIONS })
  await server.start()
  listenerOf(server)?.prependListener('connection', gather)
  return { lite, server }
}

/** The library keeps it to itself; without it all works, only slower. */
function listenerOf(server: PGLiteSocketServer): Server | null {
  return (server as unknown as { readonly server: Server | null }).server
}

/**
 * A query is five messages, and the library writes what answers each as it comes: five wakings of whoever asked. What is
 * written in one turn goes out together at its end.
 */
function gather(socket: Socket): void {
  const write = socket.write as (...given: unknown[]) => boolean
  socket.write = ((...given) => {
    if (socket.writableCorked === 0) {
      socket.cork()
      setImmediate(() => socket.uncork())
    }
    return write.apply(socket, given)
  }) as typeof write
}

async function openLite(): Promise<PGlite> {
  if (data.folder === null) return newLite()
  // A start that is killed while the tables of the system are being written must not leave half a database: as long as the
  // mark lies beside the folder, what is in it is nothing yet.
  const mark = `${data.folder}.making`
  if (existsSync(mark)) rmSync(data.folder, { recursive: true, force: true })
  if (existsSync(data.folder)) return PGlite.create(data.folder)
  writeFileSync(mark, '')
  const lite = await newLite(data.folder)
  await lite.syncToFs()
  rmSync(mark)
  return lite
}

/** From a snapshot, else from the system's own tables as they come ready-made: making them takes seconds. */
async function newLite(folder?: string): Promise<PGlite> {
  if (data.snapshot !== null) return PGlite.create(folder, { loadDataDir: new Blob([await readFile(data.snapshot)]) })
  try {
    return await PGlite.create(folder, { loadDataDir: await dataDir() })
  } catch {
    // They were made by another release, which this one may not read one day.
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    return PGlite.create(folder)
  }
}

async function dump(lite: PGlite, file: string): Promise<void> {
  const blob = await lite.dumpDataDir('gzip')
  const unfinished = `${file}.unfinished`
  const handle = await open(unfinished, 'w', 0o600)
  try {
    await handle.writeFile(Buffer.from(await blob.arrayBuffer()))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(unfinished, file)
}

async function stop(lite: PGlite, server: PGLiteSocketServer): Promise<void> {
  await server.stop()
  await lite.close()
}
