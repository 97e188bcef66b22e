import { randomBytes, randomUUID } from 'node:crypto'
import { type App, createApp } from '../../src/app.tsx'
import { type Db, openDatabase } from '../../src/lib/db.ts'
import { type Jobs, openJobs } from '../../src/lib/jobs.ts'
import { openLog } from '../../src/lib/log.ts'
import { createSealKey } from '../../src/lib/pdf/key.ts'
import { secretsFrom } from '../../src/lib/secrets.ts'
import { DEMO, HOME } from '../house.ts'

export const secrets = secretsFrom(new Uint8Array(32).fill(1))
const seal = createSealKey('bench', Date.now(), randomBytes)
const MARKS = { origin: HOME, 'sec-fetch-site': 'same-origin' }

/** What one request came to. */
export type Answer = { readonly status: number; readonly ms: number }
export type Servers = Awaited<ReturnType<typeof openServers>>

/** Several servers over one database, each with connections of its own, as if each ran on its own machine. No job runs. */
export async function openServers(databaseUrl: string, servers: number, connections: number, clock: () => Date) {
  const apps: App[] = []
  const opened: { db: Db; jobs: Jobs }[] = []
  for (let n = 0; n < servers; n++) {
    const db = await openDatabase({ databaseUrl, dataDir: '', max: connections })
    const jobs = await openJobs(db, { clock })
    const deps = { config: DEMO, db, jobs, secrets, seal, clock, newId: randomUUID, random: randomBytes, model: null }
    const life = { stopping: false }
    apps.push(createApp({ ...deps, log: openLog('silent'), life }, { css: '/assets/main.css', js: '/assets/main.js' }))
    opened.push({ db, jobs })
  }
  const send = async (at: number, path: string, fields: Record<string, string>, cookie: string) => {
    const started = performance.now()
    const body = new URLSearchParams(fields)
    const request = new Request(HOME + path, { method: 'POST', body, headers: { ...MARKS, cookie } })
    const response = await apps[at % servers]!.request(request)
    await response.arrayBuffer()
    return { response, answer: { status: response.status, ms: performance.now() - started } }
  }
  return {
    /** A cookie with which this account is signed in. */
    async signIn(account: string): Promise<string> {
      const { response } = await send(0, '/demo/sign-in', { account, _once: randomUUID() }, '')
      const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
      return cookies.join('; ')
    },
    /** A form that somebody sends to the server with this number. */
    async post(at: number, path: string, fields: Record<string, string>, cookie: string): Promise<Answer> {
      return (await send(at, path, fields, cookie)).answer
    },
    async close() {
      for (const { db, jobs } of opened) {
        await jobs.stop(1)
        await db.close()
      }
    },
  }
}
