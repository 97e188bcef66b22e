import { asc, eq } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { partners } from '../../partners/schema.ts'
import type { EnteredYear } from '../rules/years.ts'
import { subsidyYears } from '../schema.ts'

/** Every year that an office wrote itself: a few rows for each office that runs a subsidy here. */
export async function enteredYears(tx: Tx): Promise<EnteredYear[]> {
  const rows = await tx
    .select({ year: subsidyYears, slug: partners.slug })
    .from(subsidyYears)
    .innerJoin(partners, eq(partners.id, subsidyYears.partnerId))
    .orderBy(asc(subsidyYears.subsidyId), asc(subsidyYears.fiscalYear))
  return rows.map(({ year, slug }) => ({ ...year, slug }))
}
