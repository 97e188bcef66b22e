import { and, asc, inArray, isNull, lt } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { KEPT_DAYS } from '../rules/forms.ts'
import { worries } from '../schema.ts'

/** More wait for the next hour: each leaves a row of history in one transaction. */
const AT_ONCE = 500

/** Deletes what nobody claimed and nobody touched for thirty days. */
export async function deleteUnclaimed(act: Act): Promise<void> {
  const before = new Date(act.now.getTime() - KEPT_DAYS * 86_400_000)
  const old = act.tx
    .select({ id: worries.id })
    .from(worries)
    .where(and(isNull(worries.accountId), isNull(worries.companyId), lt(worries.updatedAt, before)))
    .orderBy(asc(worries.updatedAt))
    .limit(AT_ONCE)
  const deleted = await act.tx
    .delete(worries)
    .where(and(inArray(worries.id, old), isNull(worries.accountId)))
    .returning({ id: worries.id })
  const batch = act.newId()
  for (const { id } of deleted) await record(act, 'worry.deleted', { kind: 'worry', id }, {}, batch)
}
