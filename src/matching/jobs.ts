import { eq } from 'drizzle-orm'
import { SYSTEM, sendLetter } from '../accounts/actions/mailing.ts'
import { addressesOf } from '../accounts/queries.ts'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { projects } from '../projects/schema.ts'
import { clearMarket } from './actions/clearing.ts'
import { predictAsked } from './actions/predicting.ts'
import { proposeFor } from './actions/proposing.ts'
import { proposedLetter } from './mails.tsx'

/** After a project went live: the list of people who fit, and a letter to its company that it is there. */
export const propose: JobHandler = async (deps, { subjectId }) => {
  const projectId = String(subjectId)
  const count = await proposeFor(deps, projectId)
  if (!count) return
  const found = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [project] = await tx.select().from(projects).where(eq(projects.id, projectId))
    return project && { project, people: await addressesOf(tx, project.companyId) }
  })
  if (!found) return
  const letter = proposedLetter(found.project, count, deps.config.publicUrl)
  for (const { accountId, email } of found.people) {
    await sendLetter(deps, email, `proposals-${projectId}-${accountId}`, letter)
  }
}

/** Every night: profiles, finished work and answers as they are now, and everybody's lists from them. */
export const makeLists: JobHandler = (deps) => clearMarket(deps)

/** After somebody of the desk asked what other lists would bring. */
export const predictLists: JobHandler = (deps, { subjectId }) => predictAsked(deps, String(subjectId))
