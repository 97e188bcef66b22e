import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import type { ShownGrant } from '../rules/office.ts'
import { type Grant, grants, type Ledger, subsidyLedgers } from '../schema.ts'

/** Null, and so last, once it was answered or taken back. */
const waitingSince = sql`case when ${grants.decidedAt} is null and ${grants.withdrawnAt} is null then ${grants.sharedAt} end`

/** The grants that companies showed to this office: what waits longest first, then what came last. */
export async function grantsOfOffice(tx: Tx, partnerId: string): Promise<ShownGrant[]> {
  return tx
    .select({ grant: grants, companyName: companies.name })
    .from(grants)
    .innerJoin(companies, eq(companies.id, grants.companyId))
    .where(and(eq(grants.partnerId, partnerId), isNotNull(grants.sharedAt)))
    .orderBy(waitingSince, desc(grants.sharedAt), asc(grants.id))
}

export async function grantOfOffice(tx: Tx, partnerId: string, grantId: string): Promise<Grant | undefined> {
  const [grant] = await tx
    .select()
    .from(grants)
    .where(and(eq(grants.id, grantId), eq(grants.partnerId, partnerId), isNotNull(grants.sharedAt)))
  return grant
}

/** What the office has promised of its budgets, year by year. */
export function ledgersOf(tx: Tx, partnerId: string): Promise<Ledger[]> {
  return tx.select().from(subsidyLedgers).where(eq(subsidyLedgers.partnerId, partnerId))
}
