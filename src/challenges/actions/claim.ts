import { and, isNull } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { seenBy } from '../queries.ts'
import { worries } from '../schema.ts'

/** What was written in this browser, or brought to it by its code, before anybody signed in becomes the person's own. */
export async function claimWorries(act: Act, accountId: string, browserHash: string): Promise<void> {
  const claimed = await act.tx
    .update(worries)
    .set({ accountId, claimedAt: act.now })
    .where(and(isNull(worries.accountId), seenBy(act.tx, { browser: browserHash, account: null }, 'write')))
    .returning({ id: worries.id })
  for (const { id } of claimed) await record(act, 'worry.claimed', { kind: 'worry', id })
}
