import { eq } from 'drizzle-orm'
import { companies, companyContacts } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import type { Poster } from '../rules/draft.ts'

/** Who posts, for people of the company and the desk. */
export async function posterOf(tx: Tx, companyId: string): Promise<Poster | undefined> {
  const [poster] = await tx
    .select({
      name: companies.name,
      prefecture: companies.prefecture,
      municipality: companies.municipality,
      industry: companies.industry,
      contactName: companyContacts.contactName,
      address: companyContacts.address,
      phone: companyContacts.phone,
      email: companyContacts.email,
    })
    .from(companies)
    .leftJoin(companyContacts, eq(companyContacts.companyId, companies.id))
    .where(eq(companies.id, companyId))
  return poster
}

/** Has the desk made sure that this company exists? */
export async function isVerified(tx: Tx, companyId: string): Promise<boolean> {
  const [company] = await tx
    .select({ verifiedAt: companies.verifiedAt })
    .from(companies)
    .where(eq(companies.id, companyId))
  return company?.verifiedAt != null
}

/** As isVerified, and keeps it so until the transaction ends. */
export async function holdVerified(tx: Tx, companyId: string): Promise<boolean> {
  const [company] = await tx
    .select({ verifiedAt: companies.verifiedAt })
    .from(companies)
    .where(eq(companies.id, companyId))
    .for('share')
  return company?.verifiedAt != null
}
