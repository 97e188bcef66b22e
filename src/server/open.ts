import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { DemoRows } from '../../seed/demo/rows.ts'
import { generateParts, USUAL } from '../../seed/generate.ts'
import { breath } from '../lib/breath.ts'
import type { Settings } from '../lib/config.ts'
import { migrate } from '../lib/db.ts'
import { openEmbedder } from '../lib/embeddings.ts'
import { newId } from '../lib/ids.ts'
import type { JobDeps } from '../lib/job.ts'
import { openJobs } from '../lib/jobs.ts'
import { openLog } from '../lib/log.ts'
import { openModel } from '../lib/model.ts'
import { loadSecrets } from '../lib/secrets.ts'
import { keepMarketAs } from '../matching/actions/market.ts'
import { isUnfollowed } from '../schedule/followers.ts'
import type { Opening } from './database.ts'
import { fillDemo, proposeFirst } from './demo.ts'
import { openInstance } from './instance.ts'
import { openMail } from './mail.ts'
import { openSeal } from './seal.ts'

/** The checkout, seen from dist/. */
export const root = join(import.meta.dirname, '..')

/** Everything a running program holds, ready to be used: the database in its newest shape, the jobs, the keys. */
export async function openProgram(settings: Settings, opening: Opening, clock: () => Date): Promise<JobDeps> {
  const log = openLog(settings.logLevel)
  const database = opening.db.then(async (db) => {
    await migrate(db, join(root, 'drizzle'))
    return db
  })
  const rows = opening.isNew && settings.mode !== 'real' ? await makeRows(settings, clock(), database) : undefined
  const db = await database
  const secrets = loadSecrets(settings.dataDir, settings.secret)
  const { config, isEmpty } = await openInstance(db, settings, clock())
  const isNewDemo = isEmpty && config.mode === 'demo'
  if (isNewDemo) await fillDemo(db, secrets, clock(), USUAL, rows)
  keepMarketAs(db, { folder: join(settings.dataDir, 'market') })
  const jobs = await openJobs(db, {
    skips: isUnfollowed,
    onError: (error, job) => log.error({ err: error, ...job }, 'job failed'),
  })
  if (isNewDemo) await proposeFirst(db, jobs)
  const mail = openMail(config, db, clock)
  const seal = await openSeal(config, clock(), randomBytes)
  const model = openModel(config, log)
  const embedder = openEmbedder(config, log)
  return { config, db, jobs, log, secrets, clock, newId, random: randomBytes, mail, seal, model, embedder }
}

/**
 * Makes what a new demo holds as long as its database is being made, on another thread: this much of it, and the rest as it
 * is asked for. Ends early when the database cannot be opened.
 */
async function makeRows(
  settings: Settings,
  now: Date,
  until: Promise<unknown>,
): Promise<Iterable<DemoRows | undefined>> {
  let isOpen = false
  const open = () => {
    isOpen = true
  }
  until.then(open, open)
  const parts = generateParts(USUAL, loadSecrets(settings.dataDir, settings.secret), now)
  const made: DemoRows[] = []
  await breath()
  while (!isOpen) {
    const { value, done } = parts.next()
    if (done) break
    if (value) made.push(value)
    await breath()
  }
  return concat(made, parts)
}

function* concat<T>(first: Iterable<T>, then: Iterable<T>): Generator<T> {
  yield* first
  yield* then
}
