import { and, arrayContains, asc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { memberships, organisations } from '../accounts/schema.ts'
import type { Tx } from '../lib/db.ts'
import { partners } from '../partners/schema.ts'
import { affiliates, companies, companyContacts, KEYS_VERSION } from './schema.ts'

/** A company as everybody may see it, and as its own people edit it. */
export async function companyOf(tx: Tx, id: string) {
  const [company] = await tx.select().from(companies).where(eq(companies.id, id))
  return company
}

/** How to reach a company; only its own people and the desk find anything. */
export async function contactsOf(tx: Tx, companyId: string) {
  const [contacts] = await tx.select().from(companyContacts).where(eq(companyContacts.companyId, companyId))
  return contacts
}

/** Of a company's people, who may write and publish for it. */
export const mayPost = or(
  eq(memberships.role, 'owner'),
  and(eq(memberships.role, 'member'), arrayContains(memberships.tasks, ['post'])),
)

/** The companies for which somebody may write and publish, by name. */
export async function memberCompaniesOf(tx: Tx, accountId: string) {
  return tx
    .select({ id: companies.id, name: companies.name })
    .from(memberships)
    .innerJoin(companies, eq(companies.id, memberships.organisationId))
    .where(and(eq(memberships.accountId, accountId), isNull(memberships.until), mayPost))
    .orderBy(asc(companies.name))
}

/** Every company and partner somebody belongs to, by name. */
export async function placesOf(tx: Tx, accountId: string) {
  const name = sql<string>`coalesce(${companies.name}, ${partners.name})`
  return tx
    .select({ id: organisations.id, kind: organisations.kind, name, role: memberships.role })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .leftJoin(companies, eq(companies.id, organisations.id))
    .leftJoin(partners, eq(partners.id, organisations.id))
    .where(and(eq(memberships.accountId, accountId), isNull(memberships.until)))
    .orderBy(name)
}

/** What a company or a partner is called, and where its people are at home. */
export async function organisationCalled(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      kind: organisations.kind,
      name: sql<string | null>`coalesce(${companies.name}, ${partners.name})`,
      partner: partners.kind,
    })
    .from(organisations)
    .leftJoin(companies, eq(companies.id, organisations.id))
    .leftJoin(partners, eq(partners.id, organisations.id))
    .where(eq(organisations.id, id))
  if (!row) return undefined
  const path = `/${row.kind === 'company' ? 'companies' : 'partners'}/${id}`
  return { kind: row.kind, name: row.name ?? '', path, isTwoSided: row.partner === 'bank' }
}

/** The companies of the same group, as the desk was told; only the desk finds any. */
export async function affiliatesOf(tx: Tx, companyId: string) {
  return tx
    .select()
    .from(affiliates)
    .where(eq(affiliates.companyId, companyId))
    .orderBy(asc(affiliates.namedAt), asc(affiliates.id))
}

/** For the program: companies whose keys were made by older rules; at most `limit`. */
export async function withOldKeys(tx: Tx, limit: number) {
  const { id, name, nameKana, corporateNumber } = companies
  return tx
    .select({ id, name, nameKana, corporateNumber, email: companyContacts.email })
    .from(companies)
    .leftJoin(companyContacts, eq(companyContacts.companyId, id))
    .where(lt(companies.keysVersion, KEYS_VERSION))
    .limit(limit)
}
