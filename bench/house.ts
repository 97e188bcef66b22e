import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instance } from '../src/accounts/schema.ts'
import { createApp } from '../src/app.tsx'
import { loadConfig } from '../src/lib/config.ts'
import { asOwner, type Db, migrate, openDatabase } from '../src/lib/db.ts'
import type { JobDeps } from '../src/lib/job.ts'
import { type Jobs, openJobs } from '../src/lib/jobs.ts'
import { openLog } from '../src/lib/log.ts'
import { memoryMail } from '../src/lib/mail.ts'
import { createSealKey, loadSealKey } from '../src/lib/pdf/key.ts'
import { type Secrets, secretsFrom } from '../src/lib/secrets.ts'
import { handlersOf } from '../src/schedule.ts'
import { fillDemo } from '../src/server/demo.ts'

export const HOME = 'http://localhost:3000'
export const DEMO = { ...loadConfig({ LOG_LEVEL: 'silent', SUPPORT_PHONE: '0120-000-000' }), mode: 'demo' as const }

/** The real app over an embedded database with the whole demo in it; jobs run in the process as in a server. */
export async function openDemo() {
  const secrets = secretsFrom(new Uint8Array(32).fill(1))
  const { db, filled } = await filledDatabase(secrets)
  const jobs = await openJobs(db)
  const folder = mkdtempSync(join(tmpdir(), 'meguri-bench-'))
  const deps: JobDeps = {
    config: DEMO,
    ...{ db, jobs, secrets, clock: () => new Date(), newId: randomUUID, random: randomBytes },
    ...{ log: openLog('silent'), mail: memoryMail().send, model: null, embedder: null },
    seal: await loadSealKey(folder, Date.now(), randomBytes, { subject: 'bench' }),
  }
  const app = createApp({ ...deps, life: { stopping: false } }, { css: '/assets/main.css', js: '/assets/main.js' })
  return {
    ...{ app, db, deps, filled },
    start: () => jobs.start(handlersOf(deps), { pollSeconds: 1 }),
    async close() {
      await jobs.stop(1)
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A whole run of `npm run bench` writes the demo once, into this folder, and each of its tables begins with that. */
const DEMO_FOLDER = 'MEGURI_BENCH_DEMO'

/** @returns with the milliseconds that writing it took; 0 where it was there */
async function filledDatabase(secrets: Secrets) {
  const folder = process.env[DEMO_FOLDER]
  const file = folder && join(folder, 'demo.tar.gz')
  if (file && existsSync(file)) {
    return { db: await openDatabase({ memory: true, dataDir: '', snapshot: file }), filled: 0 }
  }
  const db = await openDatabase({ memory: true, dataDir: '' })
  await migrate(db, join(import.meta.dirname, '..', 'drizzle'))
  const now = new Date()
  await asOwner(db, (tx) => tx.insert(instance).values({ mode: 'demo', createdAt: now }))
  const started = performance.now()
  await fillDemo(db, secrets, now)
  const filled = performance.now() - started
  if (file) await db.dump?.(file)
  return { db, filled }
}

export type Demo = Awaited<ReturnType<typeof openDemo>>

/** A browser in which somebody of the demo is signed in: gives the cookie to send. */
export async function signIn({ app }: Demo, account: string): Promise<string> {
  const body = new URLSearchParams({ account, _once: randomUUID() })
  const headers = { origin: HOME, 'sec-fetch-site': 'same-origin' }
  const answer = await app.request(new Request(`${HOME}/demo/sign-in`, { method: 'POST', body, headers }))
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** The app alone over a database that is there: nobody signs in and no job runs. */
export function appOver(db: Db, secrets: Secrets, clock: () => Date) {
  const never = () => Promise.reject(new Error('No job runs here'))
  const jobs = { enqueue: never, nudge() {}, start: never, stop: async () => {}, drain: never } as unknown as Jobs
  const seal = createSealKey('bench', Date.now(), randomBytes)
  const deps = { config: DEMO, db, jobs, secrets, seal, clock, newId: randomUUID, log: openLog('silent'), model: null }
  const app = createApp({ ...deps, life: { stopping: false } }, { css: '/assets/main.css', js: '/assets/main.js' })
  return { app }
}

export async function open(
  { app }: Pick<Demo, 'app'>,
  path: string,
  cookie = '',
): Promise<{ status: number; html: string; ms: number }> {
  const from = performance.now()
  const answer = await app.request(new Request(HOME + path, { headers: { cookie } }))
  const html = await answer.text()
  return { status: answer.status, html, ms: performance.now() - from }
}
