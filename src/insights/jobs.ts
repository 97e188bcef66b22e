import { asSystem } from '../accounts/actions/mailing.ts'
import type { JobHandler } from '../lib/job.ts'
import { keepFlows } from './actions/flows.ts'

/** After a contract was sealed or ended, and after something of it was left behind. */
export const keepFlow: JobHandler = (deps, { subjectId }) =>
  asSystem(deps, (act) => keepFlows(act.tx, String(subjectId)))
