import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createApp } from './app.tsx'
import { configOrExit } from './lib/config.ts'
import { migrate, openDatabase, StartError } from './lib/db.ts'
import { newId } from './lib/ids.ts'
import type { JobDeps } from './lib/job.ts'
import { openJobs } from './lib/jobs.ts'
import { openLog } from './lib/log.ts'
import { loadSecrets } from './lib/secrets.ts'
import { handlersOf } from './schedule.ts'
import { readAssets } from './server/assets.ts'
import { fillDemo } from './server/demo.ts'
import { startDumping } from './server/dump.ts'
import { openInstance } from './server/instance.ts'
import { listen } from './server/listen.ts'
import { openMail } from './server/mail.ts'
import { startTicking } from './server/tick.ts'

const root = join(import.meta.dirname, '..')
const GRACE_SECONDS = 10
// The one place where time comes from.
const clock = () => new Date()

async function main() {
  const settings = configOrExit(process.env)
  const log = openLog(settings.logLevel)
  const db = await openDatabase({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir, onLost: lost })
  await migrate(db, join(root, 'drizzle'))
  const secrets = loadSecrets(settings.dataDir, settings.secret)
  const { config, isNew } = await openInstance(db, settings, clock())
  if (isNew && config.mode === 'demo') await fillDemo(db, secrets, clock())
  const jobs = await openJobs(db, { onError: (error, job) => log.error({ err: error, ...job }, 'job failed') })
  const deps: JobDeps = {
    config,
    db,
    jobs,
    log,
    secrets,
    clock,
    newId,
    random: randomBytes,
    mail: openMail(config, db, clock),
  }
  const life = { stopping: false }

  const { assets, serve } = readAssets(join(root, 'dist'))
  const app = createApp({ ...deps, life }, assets, { serve })
  const server = await listen(app, config)
  await jobs.start(handlersOf(deps), { pollSeconds: 1 })
  const stopTicking = startTicking(deps)
  const stopDumping = startDumping(db, config.dataDir, log, clock)
  announce(config.publicUrl, config.mode)

  const stop = async () => {
    if (life.stopping) return
    life.stopping = true
    stopTicking()
    stopDumping()
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeIdleConnections()
    })
    await jobs.stop(GRACE_SECONDS)
    await db.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)

  function lost(error: Error) {
    log.error({ err: error }, 'database lost')
    process.exit(1)
  }
}

function announce(url: string, mode: 'demo' | 'real') {
  const lines = [`めぐりが動き始めました： ${url}`]
  if (mode === 'demo') lines.push(`見本の人になって入るには： ${url}/demo`)
  process.stdout.write(`${lines.join('\n')}\n`)
}

main().catch((error) => {
  process.stderr.write(`${error instanceof StartError ? error.message : (error?.stack ?? error)}\n`)
  process.exit(1)
})
