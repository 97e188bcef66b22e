import { SYSTEM } from './accounts/actions/mailing.ts'
import { sendCode } from './accounts/jobs.ts'
import { deleteOldWorries } from './challenges/jobs.ts'
import { sendInvitation, tellEnded, tellJoined } from './companies/jobs.ts'
import { endOnDay, open, seal } from './contracts/jobs/sealing.ts'
import { tellContract } from './contracts/jobs/telling.ts'
import { asActor } from './lib/db.ts'
import type { JobDeps, JobHandler } from './lib/job.ts'
import type { Handlers } from './lib/jobs.ts'
import type { Scheduled } from './lib/schedule.ts'
import { tellPartner } from './partners/jobs.ts'
import { tellHidden, tellPublished } from './talents/jobs.ts'

/** Every job there is. */
const JOBS: Readonly<Record<string, JobHandler>> = {
  'accounts.sendCode': sendCode,
  'challenges.deleteOldWorries': deleteOldWorries,
  'companies.sendInvitation': sendInvitation,
  'companies.tellEnded': tellEnded,
  'companies.tellJoined': tellJoined,
  'contracts.open': open,
  'contracts.seal': seal,
  'contracts.endOnDay': endOnDay,
  'contracts.tell': tellContract,
  'partners.tell': tellPartner,
  'talents.tellPublished': tellPublished,
  'talents.tellHidden': tellHidden,
}

/** Who follows what: an act of history → the jobs that come after it, one each. */
const FOLLOWERS: Readonly<Record<string, readonly string[]>> = {
  'invitation.accepted': ['companies.tellJoined'],
  'invitation.made': ['companies.sendInvitation'],
  'membership.ended': ['companies.tellEnded'],
  'application.accepted': ['contracts.open'],
  'contract.drafted': ['contracts.tell'],
  'contract.proposed': ['contracts.tell'],
  'contract.returned': ['contracts.tell'],
  'contract.signed': ['contracts.tell'],
  'contract.agreed': ['contracts.seal'],
  'contract.sealed': ['contracts.tell'],
  'contract.dropped': ['contracts.tell'],
  'contract.notice-given': ['contracts.tell'],
  'contract.finish-proposed': ['contracts.tell'],
  'contract.ended': ['contracts.tell'],
  'contract.ended-early': ['contracts.tell'],
  'consent.revoked': ['partners.tell'],
  'consent.restored': ['partners.tell'],
  'talent.published': ['talents.tellPublished'],
  'talent.hidden': ['talents.tellHidden'],
}

/** The one clock of the product: what comes round, and when in Japan. */
export const SCHEDULE: readonly Scheduled[] = [{ job: 'challenges.deleteOldWorries', hourly: 17 }]

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
