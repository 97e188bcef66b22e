import { asSystem } from '../accounts/actions/mailing.ts'
import type { JobHandler } from '../lib/job.ts'
import { forgetOld } from './actions.ts'

export const forget: JobHandler = (deps) => asSystem(deps, forgetOld)
