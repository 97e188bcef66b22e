import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { type FiscalLayout, fiscalLayouts } from '../schema.ts'

/** An office's own layouts by name. */
export async function layoutsOf(tx: Tx, partnerId: string): Promise<FiscalLayout[]> {
  return tx
    .select()
    .from(fiscalLayouts)
    .where(and(eq(fiscalLayouts.partnerId, partnerId), isNull(fiscalLayouts.removedAt)))
    .orderBy(asc(fiscalLayouts.name), asc(fiscalLayouts.createdAt))
}
