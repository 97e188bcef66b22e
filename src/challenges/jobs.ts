import { asSystem } from '../accounts/actions/mailing.ts'
import type { JobHandler } from '../lib/job.ts'
import { deleteUnclaimed } from './actions/deletion.ts'

/** Every hour: what was written without an account is not kept for ever. */
export const deleteOldWorries: JobHandler = async (deps) => asSystem(deps, deleteUnclaimed)
