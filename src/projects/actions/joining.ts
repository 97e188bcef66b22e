import { and, eq, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { inStates } from '../queries/states.ts'
import { JOINING } from '../rules/programme.ts'
import { type Project, projects } from '../schema.ts'

/** Makes a project a part of what a partner runs. Once somebody is chosen it is too late: an aid has to be asked for before. */
export async function joinProgramme(act: Act, { id, companyId, version }: Project, programmeId: string): Promise<void> {
  const joined = await act.tx
    .update(projects)
    .set({ programmeId, updatedAt: act.now, version: sql`${projects.version} + 1` })
    .where(
      and(eq(projects.id, id), eq(projects.companyId, companyId), eq(projects.version, version), inStates(JOINING)),
    )
    .returning({ id: projects.id })
  if (joined.length === 0) throw new TooLate('この案件は、もう事業に入れられません。')
  await record(act, 'project.programme-joined', { kind: 'project', id }, { programme: programmeId })
}

export async function leaveProgramme(act: Act, { id, companyId, programmeId }: Project): Promise<void> {
  if (programmeId === null) return
  const left = await act.tx
    .update(projects)
    .set({ programmeId: null, updatedAt: act.now, version: sql`${projects.version} + 1` })
    .where(and(eq(projects.id, id), eq(projects.companyId, companyId), eq(projects.programmeId, programmeId)))
    .returning({ id: projects.id })
  if (left.length > 0) await record(act, 'project.programme-left', { kind: 'project', id }, { programme: programmeId })
}
