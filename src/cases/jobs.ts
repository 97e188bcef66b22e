import { eq } from 'drizzle-orm'
import { asSystem, SYSTEM, sendLetters } from '../accounts/actions/mailing.ts'
import { tellSides } from '../contracts/jobs/telling.ts'
import { history } from '../history/schema.ts'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { draftCase, endConsents } from './actions/cases.ts'
import { caseLetter, toReadLetter } from './mails.tsx'
import { caseById, operators } from './queries/cases.ts'
import { mayPublish } from './rules/openness.ts'

/** A review was written: with the second one a case is drafted. */
export const draft: JobHandler = async (deps, { id }) => {
  const [row] = await readAs(deps.db, SYSTEM, null, (tx) =>
    tx
      .select()
      .from(history)
      .where(eq(history.id, Number(id))),
  )
  if (row) await asSystem(deps, (act) => draftCase(act, String(row.data.contractId)))
}

/** Both sides hear of what happens to their case; the desk, when there is something to read. */
export const tellCase: JobHandler = async (deps, { id, act, subjectId }) => {
  const { row, desk } = await readAs(deps.db, SYSTEM, null, async (tx) => ({
    row: await caseById(tx, String(subjectId)),
    desk: await operators(tx),
  }))
  if (!row) return
  const { publicUrl } = deps.config
  await tellSides(deps, Number(id), row.contractId, (side, news) => caseLetter(side, news, row, publicUrl))
  if (act !== 'case.chosen' || !mayPublish(row)) return
  await sendLetters(deps, desk, String(id), toReadLetter(row, publicUrl))
}

export const revoke: JobHandler = async (deps, { subjectId }) => {
  await asSystem(deps, (act) => endConsents(act, String(subjectId)))
}
