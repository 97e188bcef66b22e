import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Side } from '../../applications/rules/state.ts'
import type { Application } from '../../applications/schema.ts'
import type { Tx } from '../../lib/db.ts'
import type { Closed } from '../rules/closing.ts'
import { blocks } from '../schema.ts'

/**
 * Why nothing more goes through this thread, as both sides may know it; null when something does. Neither learns whether the
 * other closed it, so the database answers with its own eyes.
 */
export async function closedNow(tx: Tx, applicationId: string): Promise<Closed | null> {
  const { rows } = await tx.execute<{ closed: Closed | null }>(
    sql`select app_thread_closed(${applicationId}) as closed`,
  )
  return rows[0]?.closed ?? null
}

/** Did this side close it? The other side's closing is seen by nobody here. */
export async function isOwnBlock(tx: Tx, side: Side, application: Application): Promise<boolean> {
  const rows = await tx.select({ id: blocks.id }).from(blocks).where(ownBlock(side, application))
  return rows.length > 0
}

/** What this side closed between the two and did not open again. */
export function ownBlock(side: Side, { accountId, companyId }: Application) {
  const { liftedAt } = blocks
  return and(eq(blocks.accountId, accountId), eq(blocks.companyId, companyId), eq(blocks.side, side), isNull(liftedAt))
}
