import { and, eq, type SQL, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { type ApplicationAct, canBe } from '../rules/state.ts'
import { type Application, applications } from '../schema.ts'

type Set = Partial<Omit<Application, 'id' | 'number' | 'version'>>

/** Who changed it in between is unknown; what to do is the same. */
export function changedMeanwhile(): TooLate {
  return new TooLate('画面を開いているあいだに、応募のようすが変わりました。開きなおして、確かめてください。')
}

/**
 * One step of an application: only from where the table allows it, only upon the version that was on the screen.
 * `where` is one more condition for the database; when it alone fails, `late` says why.
 */
export async function change(
  act: Act,
  application: Application,
  version: number,
  name: ApplicationAct,
  set: Set,
  more: { where?: SQL; late?: () => TooLate; data?: Record<string, string>; batch?: string } = {},
): Promise<Application> {
  if (!canBe(name, application)) throw changedMeanwhile()
  const [changed] = await act.tx
    .update(applications)
    .set({ ...set, version: sql`${applications.version} + 1` })
    .where(and(eq(applications.id, application.id), eq(applications.version, version), more.where))
    .returning()
  if (!changed) throw application.version === version && more.late ? more.late() : changedMeanwhile()
  await record(act, name, { kind: 'application', id: application.id }, more.data, more.batch)
  return changed
}

/** Whoever decides about an application has read it. */
export function readBy(act: Act, application: Application): { readAt: Date } {
  return { readAt: application.readAt ?? act.now }
}
