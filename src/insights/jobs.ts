import { asSystem } from '../accounts/actions/mailing.ts'
import type { JobHandler } from '../lib/job.ts'
import { keepFlows } from './actions/flows.ts'
import { makeRelease } from './actions/releases.ts'

/** After a contract was sealed or ended, and after something of it was left behind. */
export const keepFlow: JobHandler = (deps, { subjectId }) =>
  asSystem(deps, (act) => keepFlows(act.tx, String(subjectId)))

/** Every night, though there is only something to do when a month is over. */
export const makeDueRelease: JobHandler = (deps) => asSystem(deps, makeRelease)
