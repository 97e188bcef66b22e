import { foundOrganisation } from '../../accounts/actions/people.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { Secrets } from '../../lib/secrets.ts'
import type { Founding } from '../rules/forms.ts'
import { companies, companyContacts } from '../schema.ts'
import { writeKeys } from './keys.ts'

/** Somebody else registered a company with this number: nothing is written. */
export class NumberTaken extends Error {
  constructor() {
    super('A company with this number is there')
  }
}

type Founder = { readonly accountId: string; readonly email: string }

/**
 * A new company with its first owner, known by its keys from the first moment, so that whoever hides from it is hidden
 * before it can look. The act must be in the name of the new organisation.
 */
export async function foundCompany(act: Act, id: string, founding: Founding, founder: Founder, secrets: Secrets) {
  await foundOrganisation(act, id, 'company', founder.accountId)
  const founded = await act.tx
    .insert(companies)
    .values({ id, ...founding, createdAt: act.now, updatedAt: act.now })
    .onConflictDoNothing()
    .returning({ id: companies.id })
  if (founded.length === 0) throw new NumberTaken()
  await act.tx.insert(companyContacts).values({ companyId: id, email: founder.email, updatedAt: act.now })
  await writeKeys(act, id, { ...founding, domains: [founder.email] }, secrets)
  await record(act, 'company.founded', { kind: 'company', id }, { prefecture: founding.prefecture })
}
