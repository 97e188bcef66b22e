import { eq } from 'drizzle-orm'
import { asSystem, SYSTEM, sendLetters } from '../accounts/actions/mailing.ts'
import { addressesOf } from '../accounts/queries.ts'
import { tellSides } from '../contracts/jobs/telling.ts'
import { history } from '../history/schema.ts'
import { readAs } from '../lib/db.ts'
import type { JobDeps, JobHandler } from '../lib/job.ts'
import { projectNumber } from '../projects/rules/state.ts'
import { projects } from '../projects/schema.ts'
import { dropCase, endConsents, settleShown } from './actions/cases.ts'
import { draftCase, draftUnmatched } from './actions/drafting.ts'
import { sayRoughly } from './actions/roughly.ts'
import { caseLetter, ownerLetter, storyReadyLetter, toReadLetter } from './mails.tsx'
import { caseById, operators } from './queries/cases.ts'
import { storyOf } from './queries/stories.ts'
import { mayPublish } from './rules/openness.ts'
import { stateOfStory } from './rules/stories.ts'
import type { Case } from './schema.ts'

/** A review was written, or has waited long enough: with the second one a case is drafted. */
export const draft: JobHandler = async (deps, { id }) => {
  const [row] = await readAs(deps.db, SYSTEM, null, (tx) =>
    tx
      .select()
      .from(history)
      .where(eq(history.id, Number(id))),
  )
  if (row) await asSystem(deps, (act) => draftCase(act, String(row.data.contractId)))
}

/** A posting ended without anybody: that, too, is a case. */
export const draftOfProject: JobHandler = async (deps, { subjectId }) => {
  await asSystem(deps, (act) => draftUnmatched(act, String(subjectId)))
}

export const drop: JobHandler = async (deps, { subjectId }) => {
  await asSystem(deps, (act) => dropCase(act, String(subjectId)))
}

export const settle: JobHandler = async (deps) => {
  await asSystem(deps, settleShown)
  await asSystem(deps, sayRoughly)
}

/** Both sides hear of what happens to their case; the desk, when there is something to read. */
export const tellCase: JobHandler = async (deps, { id, act, subjectId }) => {
  const { row, desk } = await readAs(deps.db, SYSTEM, null, async (tx) => ({
    row: await caseById(tx, String(subjectId)),
    desk: await operators(tx),
  }))
  if (!row) return
  const { publicUrl } = deps.config
  if (row.contractId) {
    const again = await readAs(deps.db, SYSTEM, null, (tx) =>
      tx
        .select({ data: history.data })
        .from(history)
        .where(eq(history.id, Number(id))),
    )
    const isAgain = again[0]?.data.again === true
    await tellSides(deps, Number(id), row.contractId, (side, news) =>
      caseLetter(side, { ...news, isAgain }, row, publicUrl),
    )
  } else await tellOwner(deps, Number(id), String(act), row)
  if (act === 'story.agreed') await tellReady(deps, String(id), row, desk)
  if (act !== 'case.chosen' || !mayPublish(row)) return
  await sendLetters(deps, desk, String(id), toReadLetter(row, publicUrl))
}

async function tellReady(deps: JobDeps, id: string, row: Case, desk: Awaited<ReturnType<typeof operators>>) {
  const story = await readAs(deps.db, SYSTEM, null, (tx) => storyOf(tx, row.id))
  if (!story || stateOfStory(story, row.accountId === null) !== 'agreed') return
  await sendLetters(deps, desk, id, storyReadyLetter(row, deps.config.publicUrl))
}

/** Where nobody was found there is only the company to tell. */
async function tellOwner(deps: JobDeps, historyId: number, act: string, row: Case) {
  const found = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [project] = await tx.select().from(projects).where(eq(projects.id, row.projectId))
    return (
      project && { project, people: await addressesOf(tx, row.companyId, { ...project, tasks: ['choose', 'sign'] }) }
    )
  })
  if (!found) return
  const letter = ownerLetter(act, row, projectNumber(found.project), deps.config.publicUrl)
  if (letter) await sendLetters(deps, found.people, String(historyId), letter)
}

export const revoke: JobHandler = async (deps, { subjectId }) => {
  await asSystem(deps, (act) => endConsents(act, String(subjectId)))
}
