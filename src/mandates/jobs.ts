import { asSystem, SYSTEM, sendLetters } from '../accounts/actions/mailing.ts'
import { addressesOf } from '../accounts/queries.ts'
import { readAs } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { closeSession, codeOf } from './actions/assisting.ts'
import { callLetter, changedLetter, givenLetter } from './mails.ts'
import { liveCode, mandateOf } from './queries.ts'
import { inThrees } from './rules.ts'

/** Half an hour is over: an assisted session that nobody ended ends. */
export const close: JobHandler = async (deps, { id }) => {
  await asSystem(deps, (act) => closeSession(act, String(id)))
}

/** The desk is on the telephone with an owner: the digits go to the owners' mailboxes, and are told to nobody else. */
export const sendCode: JobHandler = async (deps, { id }) => {
  const codeId = String(id)
  const now = deps.clock()
  const told = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const code = await liveCode(tx, codeId, now)
    return code && { ...code, owners: await addressesOf(tx, code.companyId, { role: 'owner' }) }
  })
  if (!told) return
  const letter = callLetter(inThrees(codeOf(codeId, deps.secrets)), told.scope)
  await sendLetters(deps, told.owners, `call-code-${codeId}`, letter)
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
