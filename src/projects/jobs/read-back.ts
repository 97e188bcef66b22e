import { eq } from 'drizzle-orm'
import { asSystem, SYSTEM, sendLetters } from '../../accounts/actions/mailing.ts'
import { addressesOf } from '../../accounts/queries.ts'
import { readAs } from '../../lib/db.ts'
import type { JobHandler } from '../../lib/job.ts'
import { entriesOf, sessionOf } from '../../mandates/queries/entries.ts'
import { assistantName } from '../../mandates/rules.ts'
import { assistedSessions } from '../../mandates/schema.ts'
import { forgetPaperPhotos } from '../actions/paper-photos.ts'
import { forgetPapers } from '../actions/papers.ts'
import { forgetCopies } from '../actions/taking-back.ts'
import { readBackLetter } from '../mails/read-back.ts'
import { enteredThings } from '../queries/entered.ts'

/** After an assisted session: the owners read what was entered in it. */
export const tellReadBack: JobHandler = async (deps, { subjectId }) => {
  const id = String(subjectId)
  const told = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [row] = await tx
      .select({ companyId: assistedSessions.companyId })
      .from(assistedSessions)
      .where(eq(assistedSessions.id, id))
    const session = row && (await sessionOf(tx, row.companyId, id))
    if (!session) return undefined
    const { companyId } = session
    const things = await enteredThings(tx, companyId, await entriesOf(tx, companyId, id))
    return { session, things, owners: await addressesOf(tx, companyId, { role: 'owner' }) }
  })
  if (!told || told.things.length === 0) return
  const { session, things, owners } = told
  const href = `${deps.config.publicUrl}/companies/${session.companyId}/assistance/${id}`
  await sendLetters(deps, owners, `read-back-${id}`, readBackLetter(assistantName(session), things, href))
}

/** Once a day: copies that nothing can be taken back to any more. */
export const forgetDraftCopies: JobHandler = async (deps) => {
  await asSystem(deps, forgetCopies)
  await asSystem(deps, forgetPapers)
  await asSystem(deps, forgetPaperPhotos)
}
