import { beginToEnd } from '../lib/db.ts'
import type { JobDeps } from '../lib/job.ts'

/** Long work breaks off, short work has `graceSeconds` to finish; then the database is let go. */
export async function endWork({ db, jobs }: Pick<JobDeps, 'db' | 'jobs'>, graceSeconds: number): Promise<void> {
  beginToEnd(db)
  await jobs.stop(graceSeconds)
  await db.close()
}
