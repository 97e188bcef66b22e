import { SYSTEM } from '../accounts/actions/mailing.ts'
import { asActor, Ending } from '../lib/db.ts'
import type { JobDeps } from '../lib/job.ts'
import { dueNow } from '../lib/schedule.ts'
import { SCHEDULE } from '../schedule/clock.ts'

const MINUTE_MS = 60_000

/** Looks once a minute what has come round and leaves it to the worker. Returns how to stop. */
export function startTicking(deps: JobDeps): () => void {
  const asked = new Set<string>()
  const tick = async () => {
    const due = dueNow(SCHEDULE, deps.clock()).filter(({ job, key }) => !asked.has(`${job} ${key}`))
    if (due.length === 0) return
    await asActor(deps.db, SYSTEM, null, async (tx) => {
      for (const { job, key } of due) await deps.jobs.enqueue(tx, job, {}, { key })
    })
    for (const { job, key } of due) asked.add(`${job} ${key}`)
    deps.jobs.nudge()
  }
  const safely = () =>
    void tick().catch((error: unknown) => {
      if (!(error instanceof Ending)) deps.log.error({ err: error }, 'tick failed')
    })
  safely()
  const timer = setInterval(safely, MINUTE_MS)
  return () => clearInterval(timer)
}
