import { asSystem, SYSTEM, sendLetters } from '../accounts/actions/mailing.ts'
import { addressesOf } from '../accounts/queries.ts'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { closeSession } from './actions/assisting.ts'
import { changedLetter, givenLetter } from './mails.ts'
import { mandateOf } from './queries.ts'

/** Half an hour is over: an assisted session that nobody ended ends. */
export const close: JobHandler = async (deps, { id }) => {
  await asSystem(deps, (act) => closeSession(act, String(id)))
}

/** The owners hear who may work for their company; the partner, that its list changed. */
export const tell: JobHandler = async (deps, { id, act, subjectId }) => {
  const told = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const mandate = await mandateOf(tx, String(subjectId))
    if (!mandate) return undefined
    const { companyId, partnerId } = mandate
    return {
      mandate,
      owners: await addressesOf(tx, companyId, { role: 'owner' }),
      clerks: partnerId ? await addressesOf(tx, partnerId) : [],
    }
  })
  if (!told) return
  const { mandate, owners, clerks } = told
  const root = deps.config.publicUrl
  if (act === 'mandate.given') await sendLetters(deps, owners, `${id}-owner`, givenLetter(mandate, root))
  // Whoever wrote a sheet down knows of it.
  if (mandate.partnerId && (mandate.way === 'screen' || act !== 'mandate.given'))
    await sendLetters(deps, clerks, String(id), changedLetter(mandate.partnerId, root))
}
