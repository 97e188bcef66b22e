import { and, lt } from 'drizzle-orm'
import { asSystem, SYSTEM, sendLetters } from '../accounts/actions/mailing.ts'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { today } from '../lib/time.ts'
import { TooLate } from '../lib/web/errors.ts'
import { closeProject } from './actions/ending.ts'
import { isTold, projectLetter } from './mails.tsx'
import { projectWithPeople } from './queries/projects.ts'
import { inState } from './queries/states.ts'
import { projects } from './schema.ts'

/** After something happened to a project: a letter to everybody of its company. */
export const tellCompany: JobHandler = async (deps, { id, act, subjectId }) => {
  const told = String(act)
  if (!isTold(told)) return
  const found = await readAs(deps.db, SYSTEM, null, (tx) => projectWithPeople(tx, String(subjectId), ['post']))
  if (!found) return
  const letter = projectLetter(told, found.project, deps.config.publicUrl)
  await sendLetters(deps, found.people, String(id), letter)
}

/** Closes what is past its last day. */
export const closeDue: JobHandler = async (deps) => {
  const due = await readAs(deps.db, SYSTEM, null, (tx) =>
    tx
      .select({ id: projects.id })
      .from(projects)
      .where(and(inState('published'), lt(projects.closesOn, today(deps.clock())))),
  )
  for (const { id } of due) {
    await asSystem(deps, (act) => closeProject(act, { id })).catch((error: unknown) => {
      // The company was faster: then there is nothing left to do.
      if (!(error instanceof TooLate)) throw error
    })
  }
}
