import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { seenBy, type Viewer } from '../queries.ts'
import { worries } from '../schema.ts'
import { wayBack } from './lines.ts'

/** Of whoever acts, in the company in whose name. */
const OWN_DEPARTMENT = sql<string | null>`app_member_department()`

/** The worry becomes the company's and the writer's department's, and the writer's own if it was nobody's yet. It never moves to another company. */
export async function bringToCompany(act: Act, viewer: Viewer, id: string, companyId: string): Promise<void> {
  const brought = await act.tx
    .update(worries)
    .set({
      companyId,
      departmentId: sql`case when ${worries.companyId} is null then ${OWN_DEPARTMENT} else ${worries.departmentId} end`,
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

/** The department that goes on with a worry: its own, or that of whoever first does something with one of the whole company. */
export async function departmentOfWorry(act: Act, id: string): Promise<string | null> {
  await act.tx
    .update(worries)
    .set({ departmentId: OWN_DEPARTMENT })
    .where(and(eq(worries.id, id), isNull(worries.departmentId), isNotNull(OWN_DEPARTMENT)))
  const [worry] = await act.tx.select({ its: worries.departmentId }).from(worries).where(eq(worries.id, id))
  return worry?.its ?? null
}

/** Gives a worry to a department of its company, or to the whole of it. */
export async function moveWorry(act: Act, id: string, companyId: string, departmentId: string | null): Promise<void> {
  await act.tx
    .update(worries)
    .set({ departmentId })
    .where(and(eq(worries.id, id), eq(worries.companyId, companyId)))
}
