import { eq } from 'drizzle-orm'
import type { Act } from '../../lib/act.ts'
import { mainJobChecks } from '../schema.ts'

/**
 * Keeps what somebody checked for themselves. The one act without a row of history: the desk reads history, and that somebody
 * looks at the rules of their main job is nobody's business.
 */
export async function keepCheck(act: Act, accountId: string, sealed: string): Promise<void> {
  const row = { sealed, updatedAt: act.now }
  await act.tx
    .insert(mainJobChecks)
    .values({ accountId, ...row })
    .onConflictDoUpdate({ target: mainJobChecks.accountId, set: row })
}

export async function forgetCheck(act: Act, accountId: string): Promise<void> {
  await act.tx.delete(mainJobChecks).where(eq(mainJobChecks.accountId, accountId))
}
