import { eq } from 'drizzle-orm'
import { SYSTEM, sendLetters } from '../accounts/actions/mailing.ts'
import { addressesOf } from '../accounts/queries.ts'
import { signingCallOfDesk } from '../contracts/queries/signing.ts'
import { history } from '../history/schema.ts'
import { readAs, type Tx } from '../lib/db.ts'
import type { JobDeps, JobHandler } from '../lib/job.ts'
import type { Letter } from '../lib/mail/letter.ts'
import { reportOfDesk } from '../messages/queries/reports.ts'
import { stateOf } from '../projects/rules/state.ts'
import { callLetter, reportLetter, runnerUpLetter, signingCallLetter, submittedLetter } from './mails.tsx'
import { isOffered } from './queries/runners-up.ts'
import { operatorAddresses, projectOfDesk } from './queries.ts'
import { consultations } from './schema.ts'

/** A project came in: the desk hears of it, unless it was taken back meanwhile. */
export const tellSubmitted: JobHandler = (deps, { id, subjectId }) =>
  tellDesk(deps, String(id), async (tx) => {
    const project = await projectOfDesk(tx, String(subjectId))
    return project && stateOf(project) === 'submitted' ? submittedLetter(project, deps.config.publicUrl) : null
  })

export const tellCall: JobHandler = (deps, { id, subjectId }) =>
  tellDesk(deps, String(id), async (tx) => {
    const [call] = await tx
      .select()
      .from(consultations)
      .where(eq(consultations.id, String(subjectId)))
    return call && !call.calledBackAt ? callLetter(call, deps.config.publicUrl) : null
  })

/** Somebody wants to agree to a contract and has no passkey. */
export const tellSigningCall: JobHandler = (deps, { id, subjectId }) =>
  tellDesk(deps, String(id), async (tx) => {
    const seen = await signingCallOfDesk(tx, String(subjectId))
    return seen && !seen.call.openedAt ? signingCallLetter(seen.call.id, deps.config.publicUrl) : null
  })

/** Somebody told of a message. */
export const tellReported: JobHandler = (deps, { id, subjectId }) =>
  tellDesk(deps, String(id), async (tx) => {
    const seen = await reportOfDesk(tx, String(subjectId))
    return seen && !seen.report.decidedAt ? reportLetter(seen.report.id, deps.config.publicUrl) : null
  })

/** The desk pointed a company to somebody: its people hear of it as long as the list would still offer these two to each other. */
export const tellRunnerUp: JobHandler = async (deps, { id, subjectId }) => {
  const told = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [project, now] = [await projectOfDesk(tx, String(subjectId)), deps.clock()]
    const [row] = await tx
      .select({ data: history.data })
      .from(history)
      .where(eq(history.id, Number(id)))
    if (!project || !row || !(await isOffered(tx, project.id, String(row.data.talent), now))) return null
    const { companyId, departmentId } = project
    return { project, people: await addressesOf(tx, companyId, { departmentId, tasks: ['choose'] }) }
  })
  if (told) await sendLetters(deps, told.people, String(id), runnerUpLetter(told.project, deps.config.publicUrl))
}

async function tellDesk(deps: JobDeps, id: string, write: (tx: Tx) => Promise<Letter | null>) {
  const { letter, people } = await readAs(deps.db, SYSTEM, null, async (tx) => ({
    letter: await write(tx),
    people: await operatorAddresses(tx),
  }))
  if (!letter) return
  await sendLetters(deps, people, id, letter)
}
