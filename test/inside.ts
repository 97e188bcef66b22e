import { readFile } from 'node:fs/promises'
import { Duplex } from 'node:stream'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { Db } from '../src/lib/db.ts'
import { Plans } from './plans.ts'

/**
 * An embedded database in this very thread, from a snapshot: two threads that wait for each other's answer, tens of thousands
 * of times, wake each other through the kernel. embedded.test.ts and every journey go through thread and socket.
 */
export async function openInside(snapshot: string): Promise<Db> {
  const lite = await PGlite.create({ loadDataDir: new Blob([await readFile(snapshot)]) })
  const counter = new Counter(lite)
  const stream = () => new Line(counter)
  const pool = new pg.Pool({
    user: 'postgres',
    database: 'postgres',
    password: '',
    max: 4,
    application_name: 'meguri',
    stream,
  })
  pool.on('error', () => {})
  const close = async () => {
    await pool.end()
    await counter.close()
  }
  return { kind: 'embedded', pool, dump: null, close }
}

/** One session for all: whoever has a transaction open is served alone until it ends, as by the server of the socket. */
class Counter {
  private readonly lite: PGlite
  private readonly plans = new Plans()
  private readonly waiting: { line: Line; messages: Buffer }[] = []
  private served: Line | null = null
  private called = false
  private isOver = false
  constructor(lite: PGlite) {
    this.lite = lite
  }

  ask(line: Line, messages: Buffer): void {
    this.waiting.push({ line, messages })
    this.call()
  }

  async leave(line: Line): Promise<void> {
    if (this.served !== line || this.isOver) return
    if (this.lite.isInTransaction()) await this.lite.exec('rollback')
    this.served = null
    this.call()
  }

  async close(): Promise<void> {
    this.isOver = true
    await this.lite.close()
  }

  private call(): void {
    if (this.called) return
    this.called = true
    setImmediate(() => this.serve())
  }

  private async serve(): Promise<void> {
    this.called = false
    // The last that clients say is that they go; nobody waits until it is heard.
    if (this.isOver) return
    const next = this.lite.isInTransaction() ? this.waiting.findIndex(({ line }) => line === this.served) : 0
    const [asked] = next < 0 ? [] : this.waiting.splice(next, 1)
    if (!asked) return
    this.served = asked.line
    const parts: Uint8Array[] = []
    const { sent, parsed } = this.plans.named(asked.messages)
    await this.lite.execProtocolRawStream(sent, {
      syncToFs: false,
      onRawData: (part) => parts.push(part.slice()),
    })
    const answer = Buffer.concat(parts)
    parsed(answer)
    asked.line.push(answer)
    if (this.waiting.length > 0) this.call()
  }
}

/** What a client takes for its socket. It writes whole messages, those of a query in one piece. */
class Line extends Duplex {
  private readonly counter: Counter
  constructor(counter: Counter) {
    super()
    this.counter = counter
  }
  connect(): void {
    setImmediate(() => this.emit('connect'))
  }
  setNoDelay(): void {}
  ref(): void {}
  unref(): void {}
  override _read(): void {}
  override _write(messages: Buffer, _encoding: string, done: () => void): void {
    this.counter.ask(this, messages)
    done()
  }
  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.counter.ask(this, Buffer.concat(chunks.map(({ chunk }) => chunk)))
    done()
  }
  override _final(done: () => void): void {
    this.push(null)
    done()
  }
  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.counter.leave(this).then(() => done(error), done)
  }
}
