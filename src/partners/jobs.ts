import { SYSTEM, sendLetters } from '../accounts/actions/mailing.ts'
import { addressesOf } from '../accounts/queries.ts'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { consentLetter, suggestionLetter } from './mails.ts'
import { newestSuggestion } from './queries/programmes.ts'

/** Tells everybody of a partner that its list of companies changed. */
export const tellPartner: JobHandler = async (deps, { id, act, subjectId }) => {
  if (act !== 'consent.revoked' && act !== 'consent.restored') return
  const partnerId = String(subjectId)
  const addresses = await readAs(deps.db, SYSTEM, null, (tx) => addressesOf(tx, partnerId))
  const letter = consentLetter(act, `${deps.config.publicUrl}/partners/${partnerId}`)
  await sendLetters(deps, addresses, String(id), letter)
}

/** Tells the owners of a company of a programme that would suit it. */
export const tellSuggested: JobHandler = async (deps, { id, subjectId }) => {
  const companyId = String(subjectId)
  const { suggested, owners } = await readAs(deps.db, SYSTEM, null, async (tx) => ({
    suggested: await newestSuggestion(tx, companyId),
    owners: await addressesOf(tx, companyId, { role: 'owner' }),
  }))
  if (!suggested) return
  const letter = suggestionLetter(suggested, `${deps.config.publicUrl}/companies/${companyId}`)
  await sendLetters(deps, owners, String(id), letter)
}
