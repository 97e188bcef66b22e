import { randomBytes, randomUUID } from 'node:crypto'
import { accountId, type CastName } from '../seed/cast.ts'
import { writeCast } from '../seed/write-cast.ts'
import { instance } from '../src/accounts/schema.ts'
import { type App, createApp } from '../src/app.tsx'
import { type Config, loadConfig } from '../src/lib/config.ts'
import { asOwner, type Db } from '../src/lib/db.ts'
import { openEmbedder } from '../src/lib/embeddings.ts'
import type { JobDeps } from '../src/lib/job.ts'
import { type Handlers, type Jobs, openJobs } from '../src/lib/jobs.ts'
import { openLog } from '../src/lib/log.ts'
import { type Mail, memoryMail } from '../src/lib/mail.ts'
import { openModel } from '../src/lib/model.ts'
import { createSealKey } from '../src/lib/pdf/key.ts'
import { secretsFrom } from '../src/lib/secrets.ts'
import { isUnfollowed } from '../src/schedule/followers.ts'
import { handlersOf } from '../src/schedule.ts'
import type { readAssets } from '../src/server/assets.ts'
import { freshDatabase } from './database.ts'

export const HOME = 'http://localhost:3000'
/** Monday, in Japan 10:00. */
export const START = new Date('2026-11-23T01:00:00Z')
const seal = createSealKey('めぐり（見本）', START.getTime(), randomBytes)

/** A whole house for one test file: its own database with the cast in it, its own clock, its mails in an array. */
export type House = {
  readonly db: Db
  readonly mails: readonly Mail[]
  readonly jobs: Jobs
  readonly deps: JobDeps
  /** Moves the clock. */
  setTime(now: Date): void
  now(): Date
  /** Runs all work that is due. */
  drain(): Promise<void>
  visitor(): Browser
  /** A browser in which this one of the cast is signed in. */
  as(name: CastName): Promise<Browser>
  request(request: Request): Promise<Response>
  readonly app: App
  /** Turns when the program is told to stop. */
  readonly life: { stopping: boolean }
  readonly handlers: Handlers
}

type Options = {
  cast?: boolean
  config?: Partial<Config>
  /** What the build made, for a real browser. */
  built?: ReturnType<typeof readAssets>
  /** The clock runs on from where it is set: for journeys, where work is done in the background. */
  running?: boolean
}

export async function openHouse(options: Options = {}): Promise<House> {
  let now = START
  const db = await freshDatabase()
  const started = performance.now()
  const clock = () => (options.running ? new Date(now.getTime() + performance.now() - started) : now)
  const jobs = await openJobs(db, { clock, skips: isUnfollowed })
  const { send, mails } = memoryMail()
  const config: Config = {
    ...loadConfig({ LOG_LEVEL: 'silent', SUPPORT_PHONE: '0120-000-000 平日9時から17時' }),
    mode: 'demo',
    ...options.config,
  }
  const deps: JobDeps = {
    config,
    db,
    jobs,
    clock,
    mail: send,
    log: openLog('silent'),
    seal,
    model: openModel(config, openLog('silent')),
    embedder: openEmbedder(config, openLog('silent')),
    secrets: secretsFrom(new Uint8Array(32).fill(1)),
    newId: randomUUID,
    random: randomBytes,
  }
  await asOwner(db, async (tx) => {
    await tx.insert(instance).values({ mode: config.mode, createdAt: now })
    if (options.cast !== false) await writeCast(tx, deps.secrets, new Date('2026-04-01T00:00:00Z'))
  })
  const { assets = { css: '/assets/main.css', js: '/assets/main.js' }, serve } = options.built ?? {}
  const life = { stopping: false }
  const app = createApp({ ...deps, life }, assets, { ...(serve && { serve }) })
  const handlers = handlersOf(deps)
  const request = async (given: Request) => app.request(given)
  return {
    db,
    mails,
    jobs,
    deps,
    setTime(next) {
      now = next
    },
    now: clock,
    async drain() {
      await jobs.drain(handlers)
    },
    visitor: () => new Browser(request, config.publicUrl),
    async as(name) {
      const browser = new Browser(request, config.publicUrl)
      await browser.post('/demo/sign-in', { account: accountId(name) })
      return browser
    },
    request,
    app,
    life,
    handlers,
  }
}

type Fields = Readonly<Record<string, string | number | readonly (string | number)[]>>

/** Enough of a browser for tests that come in by the door: cookies, forms, where it was sent. */
export class Browser {
  private readonly cookies = new Map<string, string>()
  private readonly send: (request: Request) => Promise<Response>
  private readonly home: string
  constructor(send: (request: Request) => Promise<Response>, home: string) {
    this.send = send
    this.home = home
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.go(new Request(this.home + path, { headers: { ...headers, cookie: this.cookie } }))
  }

  /** An answer that goes on: its body is read by whoever asked. */
  open(path: string): Promise<Response> {
    return this.send(new Request(this.home + path, { headers: { cookie: this.cookie } }))
  }

  /** Posts a form as a page of ours would. */
  post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Page> {
    const body = new URLSearchParams()
    if (!('_once' in fields)) body.append('_once', randomUUID())
    for (const [name, value] of Object.entries(fields)) {
      for (const one of Array.isArray(value) ? value : [value]) body.append(name, String(one))
    }
    const own = { origin: this.home, 'sec-fetch-site': 'same-origin', cookie: this.cookie, ...headers }
    return this.go(new Request(this.home + path, { method: 'POST', body, headers: own }))
  }

  /** Posts a form with files in it, which browsers call by names of their own. */
  async upload(
    path: string,
    fields: Fields,
    files: Readonly<Record<string, Uint8Array | readonly File[]>>,
  ): Promise<Page> {
    const body = new FormData()
    for (const [name, value] of Object.entries({ _once: randomUUID(), ...fields })) body.append(name, String(value))
    for (const [name, given] of Object.entries(files)) {
      for (const file of given instanceof Uint8Array ? [new File([Buffer.from(given)], 'IMG.exe')] : given)
        body.append(name, file)
    }
    const packed = new Response(body)
    const headers = {
      ...{ origin: this.home, 'sec-fetch-site': 'same-origin', cookie: this.cookie },
      'content-type': packed.headers.get('content-type')!,
    }
    return this.go(new Request(this.home + path, { method: 'POST', body: await packed.arrayBuffer(), headers }))
  }

  /** Posts and opens the page that it leads to; fails when it leads nowhere. */
  async act(path: string, fields: Fields = {}): Promise<Page> {
    const answer = await this.post(path, fields)
    if (answer.status !== 303) throw new Error(`POST ${path}: ${answer.status} ${answer.text.slice(0, 2000)}`)
    const page = await this.get(answer.location)
    return { ...page, location: answer.location }
  }

  private get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  private async go(request: Request): Promise<Page> {
    const response = await this.send(request)
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      if (value) this.cookies.set(name!, value)
      else this.cookies.delete(name!)
    }
    const bytes = Buffer.from(await response.arrayBuffer())
    const html = bytes.toString('utf8')
    const { status, headers } = response
    return { status, headers, bytes, html, text: plain(html), location: headers.get('location') ?? '' }
  }
}

export type Page = {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
  readonly html: string
  /** What a reader sees: no tags, no white space but single spaces. */
  readonly text: string
  readonly location: string
}

/** The words of a page, with the invisible marks between phrases taken out. */
function plain(html: string): string {
  return html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, '')
    .replace(/<wbr\/?>|\u200b/g, '')
    .replace(/<\/?(span|a|b|strong|em)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}
