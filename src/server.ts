import { join } from 'node:path'
import { createApp } from './app.tsx'
import { configOrExit } from './lib/config.ts'
import { currentMarket } from './matching/actions/market.ts'
import { handlersOf } from './schedule.ts'
import { readAssets } from './server/assets.ts'
import { startDumping } from './server/dump.ts'
import { closed, listen } from './server/listen.ts'
import { openProgram, root } from './server/open.ts'
import { onStop, run } from './server/program.ts'
import { startTicking } from './server/tick.ts'
import { finishBuild, warm } from './server/warm.ts'

const GRACE_SECONDS = 10

run(async () => {
  const deps = await openProgram(configOrExit(process.env), () => new Date())
  const { config, db, jobs } = deps
  const life = { stopping: false }
  const { assets, serve } = readAssets(join(root, 'dist'))
  const server = await listen(createApp({ ...deps, life }, assets, { serve }), config)
  await jobs.start(handlersOf(deps), { pollSeconds: 1 })
  const stopTicking = startTicking(deps)
  const stopDumping = startDumping(db, config.dataDir, deps.log, deps.clock)
  announce(config.publicUrl, config.mode)
  // Ready before the first visitor asks; whoever asks earlier waits for it.
  finishBuild(root)
    .then(() => warm())
    .then(() => currentMarket(db, deps.clock()))
    .catch((error: unknown) => deps.log.error({ err: error }, 'not made ready'))

  onStop(async () => {
    life.stopping = true
    stopTicking()
    stopDumping()
    await closed(server, GRACE_SECONDS)
    await jobs.stop(GRACE_SECONDS)
    await db.close()
  })
})

function announce(url: string, mode: 'demo' | 'real') {
  const lines = [`めぐりが動き始めました： ${url}`]
  if (mode === 'demo') lines.push(`見本の人になって入るには： ${url}/demo`)
  process.stdout.write(`${lines.join('\n')}\n`)
}
