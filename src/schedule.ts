import { SYSTEM } from './accounts/actions/mailing.ts'
import { sendCode } from './accounts/jobs.ts'
import { asActor } from './lib/db.ts'
import type { JobDeps, JobHandler } from './lib/job.ts'
import type { Handlers } from './lib/jobs.ts'
import type { Scheduled } from './lib/schedule.ts'

/** Every job there is. */
const JOBS: Readonly<Record<string, JobHandler>> = {
  'accounts.sendCode': sendCode,
}

/** Who follows what: an act of history → the jobs that come after it, one each. */
const FOLLOWERS: Readonly<Record<string, readonly string[]>> = {}

/** The one clock of the product: what comes round, and when in Japan. */
export const SCHEDULE: readonly Scheduled[] = []

/** The jobs as the worker runs them. `history.follow` hands an act on to its followers. */
export function handlersOf(deps: JobDeps): Handlers {
  const follow: JobHandler = async ({ db, jobs }, payload) => {
    const followers = FOLLOWERS[String(payload.act)] ?? []
    if (followers.length === 0) return
    await asActor(db, SYSTEM, null, async (tx) => {
      for (const name of followers) await jobs.enqueue(tx, name, payload, { key: String(payload.id) })
    })
    jobs.nudge()
  }
  const all: Readonly<Record<string, JobHandler>> = { ...JOBS, 'history.follow': follow }
  return Object.fromEntries(
    Object.entries(all).map(
      ([name, handler]) => [name, (payload) => handler(deps, payload)] satisfies [string, Handlers[string]],
    ),
  )
}
