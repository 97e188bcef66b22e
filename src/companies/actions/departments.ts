import { and, count, eq, isNull } from 'drizzle-orm'
import { MOST_DEPARTMENTS } from '../../accounts/rules/invitations.ts'
import { departments, memberships, organisations } from '../../accounts/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'

export async function openDepartment(act: Act, organisationId: string, name: string): Promise<void> {
  const id = act.newId()
  const [open] = await act.tx.select({ n: count() }).from(departments).where(isOpen(organisationId))
  if (open!.n >= MOST_DEPARTMENTS) throw new TooLate(`部署は${MOST_DEPARTMENTS}までです。`)
  const made = await act.tx
    .insert(departments)
    .values({ id, organisationId, name, createdAt: act.now })
    .onConflictDoNothing()
    .returning({ id: departments.id })
  if (made.length === 0) throw new TooLate('同じ名前の部署が、もうあります。')
  await record(act, 'department.opened', { kind: 'department', id })
}

/** A department ends when nobody is in it: nobody must see more than before because it is gone. */
export async function closeDepartment(act: Act, organisationId: string, id: string): Promise<void> {
  const [people] = await act.tx
    .select({ n: count() })
    .from(memberships)
    .where(and(eq(memberships.departmentId, id), isNull(memberships.until)))
  if (people!.n > 0) throw new TooLate('まだ人がいます。先に、その方の部署を変えてください。')
  const closed = await act.tx
    .update(departments)
    .set({ closedAt: act.now })
    .where(and(isOpen(organisationId), eq(departments.id, id)))
    .returning({ id: departments.id })
  if (closed.length === 0) throw new TooLate('この部署は、もうありません。')
  await record(act, 'department.closed', { kind: 'department', id })
}

/** Whether the people of a department see its projects alone. */
export async function separateDepartments(act: Act, organisationId: string, on: boolean): Promise<void> {
  await act.tx
    .update(organisations)
    .set({ separatedAt: on ? act.now : null })
    .where(eq(organisations.id, organisationId))
  await record(act, on ? 'departments.separated' : 'departments.joined', { kind: 'organisation', id: organisationId })
}

function isOpen(organisationId: string) {
  return and(eq(departments.organisationId, organisationId), isNull(departments.closedAt))
}
