import { and, eq, inArray, isNull } from 'drizzle-orm'
import { SYSTEM, sendLetters } from '../accounts/actions/mailing.ts'
import { accounts } from '../accounts/schema.ts'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { partnerOf } from '../partners/queries.ts'
import { alumniLetter } from './mails.ts'
import { alumniOf } from './queries.ts'
import { alumniLetters } from './schema.ts'

/** Sends what a partner wrote to whoever lets it know their name at that moment. */
export const tellAlumni: JobHandler = async (deps, { id, subjectId }) => {
  const { letter, partner, to } = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [letter] = await tx
      .select()
      .from(alumniLetters)
      .where(eq(alumniLetters.id, String(subjectId)))
    const partner = letter && (await partnerOf(tx, letter.partnerId))
    const alumni = partner ? await alumniOf(tx, partner.id, partner, deps.clock()) : []
    const ids = alumni.map(({ accountId }) => accountId)
    const to = await tx
      .select({ accountId: accounts.id, email: accounts.email })
      .from(accounts)
      .where(and(inArray(accounts.id, ids), isNull(accounts.closedAt)))
    return { letter, partner, to }
  })
  if (!letter || !partner) return
  await sendLetters(deps, to, String(id), alumniLetter(letter, partner.name, deps.config.publicUrl))
}
