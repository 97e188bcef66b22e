import { companyOf, contactsOf } from '../../companies/queries.ts'
import type { Tx } from '../../lib/db.ts'
import { detailsOf, readDetails } from '../rules/details.ts'
import type { Entry } from '../schema.ts'

/** What was entered of the company itself, as it stands now, in plain words. */
export async function enteredDetails(tx: Tx, companyId: string, entries: readonly Entry[]) {
  const fields = entries.flatMap(({ subjectKind, field }) => (subjectKind === 'company' ? [field] : []))
  const company = fields.length > 0 ? await companyOf(tx, companyId) : undefined
  if (!company) return []
  const lines = readDetails(detailsOf(company, await contactsOf(tx, companyId)), fields)
  return [
    { id: companyId, href: `/companies/${companyId}/details`, title: '会社のこと', begun: false, sent: false, lines },
  ]
}
