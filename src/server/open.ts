import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { USUAL } from '../../seed/generate.ts'
import type { Settings } from '../lib/config.ts'
import { migrate } from '../lib/db.ts'
import { newId } from '../lib/ids.ts'
import type { JobDeps } from '../lib/job.ts'
import { openJobs } from '../lib/jobs.ts'
import { openLog } from '../lib/log.ts'
import { openModel } from '../lib/model.ts'
import { loadSecrets, type Secrets } from '../lib/secrets.ts'
import type { Opening } from './database.ts'
import { fillDemo, proposeFirst, usualDemo } from './demo.ts'
import { openInstance } from './instance.ts'
import { openMail } from './mail.ts'
import { openSeal } from './seal.ts'

/** The checkout, seen from dist/. */
export const root = join(import.meta.dirname, '..')

/** Everything a running program holds, ready to be used: the database in its newest shape, the jobs, the keys. */
export async function openProgram(settings: Settings, opening: Opening, clock: () => Date): Promise<JobDeps> {
  const log = openLog(settings.logLevel)
  const becomesDemo = opening.isNew && settings.mode !== 'real'
  // What cannot be opened says so within this turn; a database that is being made takes seconds, on another thread.
  await Promise.race([opening.db, new Promise((resolve) => setImmediate(resolve))])
  const rows = becomesDemo ? usualDemo(secretsOf(settings), clock()) : undefined
  const db = await opening.db
  await migrate(db, join(root, 'drizzle'))
  const secrets = secretsOf(settings)
  const { config, isEmpty } = await openInstance(db, settings, clock())
  const isNewDemo = isEmpty && config.mode === 'demo'
  if (isNewDemo) await fillDemo(db, secrets, clock(), USUAL, rows)
  const jobs = await openJobs(db, { onError: (error, job) => log.error({ err: error, ...job }, 'job failed') })
  if (isNewDemo) await proposeFirst(db, jobs)
  const mail = openMail(config, db, clock)
  const seal = await openSeal(config, clock(), randomBytes)
  const model = openModel(config, log)
  return { config, db, jobs, log, secrets, clock, newId, random: randomBytes, mail, seal, model }
}

function secretsOf({ dataDir, secret }: Settings): Secrets {
  return loadSecrets(dataDir, secret)
}
