import { SYSTEM, sendLetters } from '../accounts/actions/mailing.ts'
import { addressesOf } from '../accounts/queries.ts'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { consentLetter } from './mails.ts'

/** Tells everybody of a partner that its list of companies changed. */
export const tellPartner: JobHandler = async (deps, { id, act, subjectId }) => {
  if (act !== 'consent.revoked' && act !== 'consent.restored') return
  const partnerId = String(subjectId)
  const addresses = await readAs(deps.db, SYSTEM, null, (tx) => addressesOf(tx, partnerId))
  const letter = consentLetter(act, `${deps.config.publicUrl}/partners/${partnerId}`)
  await sendLetters(deps, addresses, String(id), letter)
}
