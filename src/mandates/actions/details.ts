import { writeDetails } from '../../companies/actions/details.ts'
import { companyOf } from '../../companies/queries.ts'
import type { AssistedDetails } from '../../companies/rules/forms.ts'
import type { Company } from '../../companies/schema.ts'
import type { Act } from '../../lib/act.ts'
import { found } from '../../lib/web/errors.ts'
import { copyBefore, lastWrittenIn } from '../queries/entries.ts'
import { type Contacts, changedDetails, detailsOf, someDetails } from '../rules/details.ts'
import { keepCopy, markEntered, ownEntries } from './entering.ts'

type Known = { readonly company: Company; readonly contacts: Contacts | undefined }

/**
 * What somebody types of a company in an assisted session. Never its name, how that is read, and its number, by which people hide from it and
 * it is made sure of, and never its telephone and mail, by which it is asked whether it agrees: whoever could change those could agree in its
 * place. For the program, which has checked what the session lets be written.
 */
export async function saveDetailsFor(act: Act, known: Known, version: number, answers: Partial<AssistedDetails>) {
  const { id } = known.company
  const before = detailsOf(known.company, known.contacts)
  const changed = changedDetails(before, answers)
  await writeDetails(act, id, version, someDetails(changed, answers))
  await keepCopy(act, id, before)
  await markEntered(act, { kind: 'company', id }, changed)
}

/** What the company's own people wrote over is theirs. */
export async function ownDetails(act: Act, { company, contacts }: Known, details: Partial<AssistedDetails>) {
  await ownEntries(act, company.id, changedDetails(detailsOf(company, contacts), details))
}

/** Back to how it was before the session, but for what somebody wrote over since. */
export async function takeBackDetails(act: Act, companyId: string, sessionId: string, fields: readonly string[]) {
  const was = await copyBefore(act.tx, companyId, sessionId)
  if (!was) return
  const back = (await lastWrittenIn(act.tx, companyId, sessionId, fields)).filter((name) => Object.hasOwn(was, name))
  if (back.length === 0) return
  const { version } = found(await companyOf(act.tx, companyId))
  await writeDetails(act, companyId, version, someDetails(back, was))
}
