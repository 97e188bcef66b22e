import { and, eq } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { Project } from '../../projects/schema.ts'
import { interests } from '../schema.ts'

/** A mark twice is one mark. History does not tell of which project it was. */
export async function markInterest(act: Act, accountId: string, project: Project): Promise<void> {
  const id = act.newId()
  const { id: projectId, companyId } = project
  const made = await act.tx
    .insert(interests)
    .values({ id, accountId, projectId, companyId, markedAt: act.now })
    .onConflictDoNothing()
    .returning({ id: interests.id })
  if (made[0]) await record(act, 'interest.marked', { kind: 'interest', id })
}

export async function unmarkInterest(act: Act, accountId: string, projectId: string): Promise<void> {
  const [gone] = await act.tx
    .delete(interests)
    .where(and(eq(interests.accountId, accountId), eq(interests.projectId, projectId)))
    .returning({ id: interests.id })
  if (gone) await record(act, 'interest.unmarked', { kind: 'interest', id: gone.id })
}
