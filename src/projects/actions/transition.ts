import { and, eq, type SQL, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { HistoryRow } from '../../history/schema.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { inStates } from '../queries/states.ts'
import { type ProjectAct, transitionOf } from '../rules/state.ts'
import { type Project, projects } from '../schema.ts'

/** Which project, as whoever acts saw it. Without a version the state alone decides. */
export type Target = { readonly id: string; readonly companyId?: string; readonly version?: number }

type Fields = Omit<Project, 'id' | 'number' | 'companyId' | 'createdAt' | 'updatedAt' | 'version'>
export type Change = { [K in keyof Fields]?: Fields[K] | SQL }

const LATE = 'この案件は、さきほど別の画面で変わりました。いまの様子を見てから、もう一度お試しください。'

/** One declared transition: changes the project when it is still in a state that allows it, and writes that down. */
export async function carryOut(
  act: Act,
  name: ProjectAct,
  target: Target,
  set: Change,
  options: { data?: HistoryRow['data']; only?: SQL } = {},
): Promise<Project> {
  const { id, companyId, version } = target
  const [project] = await act.tx
    .update(projects)
    .set({ ...set, updatedAt: act.now, version: sql`${projects.version} + 1` })
    .where(
      and(
        eq(projects.id, id),
        companyId === undefined ? undefined : eq(projects.companyId, companyId),
        version === undefined ? undefined : eq(projects.version, version),
        inStates(transitionOf(name).from),
        options.only,
      ),
    )
    .returning()
  if (!project) throw new TooLate(LATE)
  await record(act, name, { kind: 'project', id }, options.data)
  return project
}
