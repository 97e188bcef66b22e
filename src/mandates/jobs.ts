import { asSystem } from '../accounts/actions/mailing.ts'
import type { JobHandler } from '../lib/job.ts'
import { closeSession } from './actions/assisting.ts'

/** Half an hour is over: an assisted session that nobody ended ends. */
export const close: JobHandler = async (deps, { id }) => {
  await asSystem(deps, (act) => closeSession(act, String(id)))
}
