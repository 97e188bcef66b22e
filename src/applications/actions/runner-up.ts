import { giveConsent } from '../../accounts/actions/people.ts'
import { consents } from '../../accounts/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { sharing, sharingOf } from '../queries/runner-ups.ts'
import { SHARED_DAYS, SHARED_FIELDS } from '../rules/runner-up.ts'
import { canUnmark, stateOf } from '../rules/state.ts'
import type { Application } from '../schema.ts'
import { change, changedMeanwhile } from './change.ts'

/** 次点: the person is asked as soon as this can no longer be taken back. */
export async function markRunnerUp(act: Act, application: Application, version: number): Promise<void> {
  if (application.runnerUpAt) throw changedMeanwhile()
  await change(act, application, version, 'application.runner-up-marked', { runnerUpAt: act.now })
}

export async function unmarkRunnerUp(act: Act, application: Application, version: number): Promise<void> {
  if (!canUnmark(application, act.now)) throw new TooLate('取り消せる時間が過ぎたか、ようすが変わりました。')
  await change(act, application, version, 'application.runner-up-unmarked', { runnerUpAt: null })
}

/** The person lets companies nearby see the card. Done in the person's own name: the company that marked never learns of it. */
export async function allowSharing(act: Act, application: Application): Promise<void> {
  const { id: subjectId, accountId, runnerUpAt } = application
  if (!runnerUpAt || stateOf(application) !== 'declined') throw changedMeanwhile()
  if (await sharingOf(act.tx, application, act.now)) throw changedMeanwhile()
  const until = new Date(act.now.getTime() + SHARED_DAYS * 86_400_000)
  const fields = [...SHARED_FIELDS]
  await giveConsent(act, { accountId, recipientId: null, purpose: 'runner-up', subjectId, until, fields })
  await record(act, 'runner-up.shared', { kind: 'application', id: subjectId })
}

/** From this moment on nobody sees it any more. */
export async function stopSharing(act: Act, application: Application): Promise<void> {
  const stopped = await act.tx
    .update(consents)
    .set({ revokedAt: act.now })
    .where(sharing(application))
    .returning({ id: consents.id })
  if (stopped.length === 0) throw changedMeanwhile()
  await record(act, 'runner-up.withheld', { kind: 'application', id: application.id })
}
