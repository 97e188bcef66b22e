import { join } from 'node:path'
import { createApp } from '../app.tsx'
import type { Settings } from '../lib/config.ts'
import { currentMarket } from '../matching/actions/market.ts'
import { currentSearch } from '../projects/actions/search.ts'
import { handlersOf } from '../schedule.ts'
import { readAssets } from './assets.ts'
import type { Opening } from './database.ts'
import { startDumping } from './dump.ts'
import { endWork } from './end.ts'
import { closed, listen } from './listen.ts'
import { openProgram, root } from './open.ts'
import { onStop } from './program.ts'
import { startTicking } from './tick.ts'
import { finishBuild, warm } from './warm.ts'

const GRACE_SECONDS = 10

/** The web server with its jobs, from its start to the sign to end. */
export async function serve(settings: Settings, opening: Opening, clock: () => Date): Promise<void> {
  const deps = await openProgram(settings, opening, clock)
  const { config, db, jobs } = deps
  const life = { stopping: false }
  const built = readAssets(join(root, 'dist'))
  const server = await listen(createApp({ ...deps, life }, built.assets, { serve: built.serve }), config)
  await jobs.start(handlersOf(deps), { pollSeconds: 1 })
  const stopTicking = startTicking(deps)
  const stopDumping = startDumping(db, config.dataDir, deps.log, clock)
  announce(config.publicUrl, config.mode)
  // Ready before the first visitor asks; whoever asks earlier waits for it. The list of projects is what most open first.
  Promise.all([currentSearch(db), finishBuild(root)])
    .then(() => warm())
    .then(() => currentMarket(db, clock()))
    .catch((error: unknown) => {
      // Told to end meanwhile: there is nothing left to read from.
      if (!life.stopping) deps.log.error({ err: error }, 'not made ready')
    })

  onStop(async () => {
    life.stopping = true
    stopTicking()
    stopDumping()
    await closed(server, GRACE_SECONDS)
    await endWork(deps, GRACE_SECONDS)
  })
}

function announce(url: string, mode: 'demo' | 'real') {
  const lines = [`めぐりが動き始めました： ${url}`]
  if (mode === 'demo') lines.push(`見本の人になって入るには： ${url}/demo`)
  process.stdout.write(`${lines.join('\n')}\n`)
}
