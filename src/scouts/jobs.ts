import { eq } from 'drizzle-orm'
import { asSystem, SYSTEM, sendLetter, sendLetters } from '../accounts/actions/mailing.ts'
import { accountOf, addressesOf } from '../accounts/queries.ts'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { undoUntil } from '../lib/undo.ts'
import { projects } from '../projects/schema.ts'
import { refusedLetter, scoutLetter } from './mails.tsx'
import { scoutById } from './queries.ts'
import { canUndo, stateOf } from './rules.ts'

/** Tells the person that somebody wrote; not when it is over by now. */
export const tellScout: JobHandler = async (deps, { id, subjectId }) => {
  const { scout, account } = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const scout = await scoutById(tx, String(subjectId))
    return { scout, account: scout && (await accountOf(tx, scout.accountId)) }
  })
  if (!scout || !account || account.closedAt || stateOf(scout, deps.clock()) !== 'sent') return
  await sendLetter(deps, account.email, `${String(id)}-${account.id}`, scoutLetter(scout, deps.config.publicUrl))
}

/** Tells the company of a no, once it can no longer be taken back and if the person lets it know. */
export const tellRefusal: JobHandler = async (deps, payload) => {
  const { id, subjectId } = payload
  const { scout, title, people } = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const scout = await scoutById(tx, String(subjectId))
    const [project] = scout ? await tx.select().from(projects).where(eq(projects.id, scout.projectId)) : []
    return {
      scout,
      title: project?.title ?? '',
      people: project ? await addressesOf(tx, project.companyId, { ...project, tasks: ['choose'] }) : [],
    }
  })
  if (!scout?.refusedAt || !scout.refusalTold) return
  if (canUndo(scout, deps.clock())) {
    const due = undoUntil(scout.refusedAt)
    return asSystem(deps, (act) =>
      act.enqueue('scouts.tellRefusal', payload, { startAfter: due, key: `${String(id)}-later` }),
    )
  }
  const letter = refusedLetter(scout, title, deps.config.publicUrl)
  await sendLetters(deps, people, String(id), letter)
}
