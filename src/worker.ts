import { configOrExit } from './lib/config.ts'
import { handlersOf } from './schedule.ts'
import { startOpening } from './server/database.ts'
import { endWork } from './server/end.ts'
import { openProgram } from './server/open.ts'
import { onStop, run } from './server/program.ts'

const GRACE_SECONDS = 30

/** Jobs only, beside one or more servers on the same PostgreSQL. */
run(async () => {
  const settings = configOrExit(process.env)
  const deps = await openProgram(settings, startOpening(settings), () => new Date())
  await deps.jobs.start(handlersOf(deps), { pollSeconds: 1 })
  process.stdout.write('めぐりの仕事係が動き始めました。\n')
  onStop(() => endWork(deps, GRACE_SECONDS))
})
