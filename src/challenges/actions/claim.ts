import { and, eq, isNull } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { worries } from '../schema.ts'

/** What was written in this browser before anybody signed in becomes the person's own. */
export async function claimWorries(act: Act, accountId: string, browserHash: string): Promise<void> {
  const claimed = await act.tx
    .update(worries)
    .set({ accountId, claimedAt: act.now })
    .where(and(eq(worries.browserHash, browserHash), isNull(worries.accountId)))
    .returning({ id: worries.id })
  for (const { id } of claimed) await record(act, 'worry.claimed', { kind: 'worry', id })
}
