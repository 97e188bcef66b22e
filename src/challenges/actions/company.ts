import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { seenBy, type Viewer } from '../queries.ts'
import { worries } from '../schema.ts'
import { wayBack } from './lines.ts'

/** The worry becomes the company's, and its writer's if it was nobody's yet. A worry never moves to another company. */
export async function bringToCompany(act: Act, viewer: Viewer, id: string, companyId: string): Promise<void> {
  const brought = await act.tx
    .update(worries)
    .set({
      companyId,
      accountId: sql`coalesce(${worries.accountId}, ${act.actor}::uuid)`,
      claimedAt: sql`coalesce(${worries.claimedAt}, ${act.now.toISOString()}::timestamptz)`,
    })
    .where(
      and(
        eq(worries.id, id),
        or(isNull(worries.companyId), eq(worries.companyId, companyId)),
        seenBy(act.tx, viewer, 'write'),
      ),
    )
    .returning({ id: worries.id })
  if (brought.length === 0) throw new TooLate('この悩みは、もう別の会社で使われています。', wayBack(viewer, id))
  await record(act, 'worry.brought', { kind: 'worry', id }, { company: companyId })
}
