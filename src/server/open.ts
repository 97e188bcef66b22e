import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Settings } from '../lib/config.ts'
import { migrate, openDatabase } from '../lib/db.ts'
import { newId } from '../lib/ids.ts'
import type { JobDeps } from '../lib/job.ts'
import { openJobs } from '../lib/jobs.ts'
import { openLog } from '../lib/log.ts'
import { loadSecrets } from '../lib/secrets.ts'
import { fillDemo, proposeFirst } from './demo.ts'
import { openInstance } from './instance.ts'
import { openMail } from './mail.ts'
import { openSeal } from './seal.ts'

/** The checkout, seen from dist/. */
export const root = join(import.meta.dirname, '..')

/** Everything a running program holds, ready to be used: the database in its newest shape, the jobs, the keys. */
export async function openProgram(settings: Settings, clock: () => Date): Promise<JobDeps> {
  const log = openLog(settings.logLevel)
  const onLost = (error: Error) => {
    log.error({ err: error }, 'database lost')
    process.exit(1)
  }
  const db = await openDatabase({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir, onLost })
  await migrate(db, join(root, 'drizzle'))
  const secrets = loadSecrets(settings.dataDir, settings.secret)
  const { config, isEmpty } = await openInstance(db, settings, clock())
  const isNewDemo = isEmpty && config.mode === 'demo'
  if (isNewDemo) await fillDemo(db, secrets, clock())
  const jobs = await openJobs(db, { onError: (error, job) => log.error({ err: error, ...job }, 'job failed') })
  if (isNewDemo) await proposeFirst(db, jobs)
  const mail = openMail(config, db, clock)
  const seal = await openSeal(config, clock(), randomBytes)
  return { config, db, jobs, log, secrets, clock, newId, random: randomBytes, mail, seal }
}
