import { and, eq, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { isTaken } from '../../lib/db.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { TooLate } from '../../lib/web/errors.ts'
import type { Details } from '../rules/forms.ts'
import { companies, companyContacts } from '../schema.ts'
import { NumberTaken } from './founding.ts'
import { writeKeys } from './keys.ts'

/** Writes what a company says about itself, and adds the keys that follow from it. */
export async function saveDetails(act: Act, id: string, version: number, details: Details, secrets: Secrets) {
  await writeDetails(act, id, version, details).catch((error: unknown) => {
    throw isTaken(error) ? new NumberTaken() : error
  })
  const { name, nameKana, corporateNumber, email } = details
  await writeKeys(act, id, { name, nameKana, corporateNumber, domains: email ? [email] : [] }, secrets)
}

/** Some of it, by which no company is known: of the rest nothing changes. */
export async function writeDetails(act: Act, id: string, version: number, details: Partial<Details>) {
  const { contactName, address, phone, email, ...company } = details
  const saved = await act.tx
    .update(companies)
    .set({ ...company, updatedAt: act.now, version: sql`${companies.version} + 1` })
    .where(and(eq(companies.id, id), eq(companies.version, version)))
    .returning({ id: companies.id })
  if (saved.length === 0) {
    throw new TooLate('ほかの方が、先に直しています。', { href: `/companies/${id}/details`, label: 'いまの内容を見る' })
  }
  const contacts = { contactName, address, phone, email, updatedAt: act.now }
  await act.tx
    .insert(companyContacts)
    .values({ companyId: id, ...contacts })
    .onConflictDoUpdate({ target: companyContacts.companyId, set: contacts })
  await record(act, 'company.changed', { kind: 'company', id })
}
