import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { takeBackWorry } from '../../challenges/actions/taking-back.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { takeBackDetails } from '../../mandates/actions/details.ts'
import { confirmEntries, undoEntries } from '../../mandates/actions/entering.ts'
import { entriesOf, lastWrittenIn } from '../../mandates/queries/entries.ts'
import { afterDays, BEGUN, ENTRY_DAYS, isUnsettled, SENT } from '../../mandates/rules.ts'
import { entryCopies } from '../../mandates/schema.ts'
import { projectOfCompany } from '../queries/projects.ts'
import { backTo, CODES } from '../rules/entered.ts'
import { stateOf } from '../rules/state.ts'
import { draftCopies, type Project, projectCodes, projectGroups, projects } from '../schema.ts'
import { writeCodes } from './drafting.ts'
import { recallProject } from './sending.ts'
import { carryOut } from './transition.ts'

/** 「このままでよい」: what was entered in a session is the company's own from now on. */
export async function confirmSession(act: Act, companyId: string, id: string): Promise<void> {
  if ((await confirmEntries(act, companyId, id)) === 0) throw new TooLate(SETTLED, pageOf(companyId))
  await forget(act, companyId, id)
  await record(act, 'assisted-session.confirmed', { kind: 'assisted-session', id })
}

/**
 * 「取り消す」: everything that was entered in a session goes back to how it was. What was sent comes back from the desk, what
 * was begun is withdrawn, and what somebody wrote over since stays.
 */
export async function takeBack(act: Act, companyId: string, id: string): Promise<void> {
  const all = await entriesOf(act.tx, companyId, id)
  const entered = all.filter(isUnsettled)
  const since = afterDays(act.now, -ENTRY_DAYS)
  if (entered.length === 0 || entered.some(({ at }) => at < since)) throw new TooLate(SETTLED, pageOf(companyId))
  const of = (kind: string) =>
    [...Map.groupBy(entered, ({ subjectId }) => subjectId)]
      .filter(([, [first]]) => first!.subjectKind === kind)
      .map(([subjectId, entries]) => ({
        ...{ subjectId, fields: entries.map(({ field }) => field) },
        /** The company's people went on writing it. */
        own: all.some((entry) => entry.subjectId === subjectId && entry.confirmedAt),
      }))
  for (const { subjectId, fields, own } of of('project')) {
    const project = await projectOfCompany(act.tx, companyId, subjectId)
    if (project) await takeBackOf(act, project, id, fields, own)
  }
  for (const { subjectId: worryId, fields, own } of of('worry')) {
    const kept = own || (await isUsed(act, worryId))
    await takeBackWorry(act, { companyId, worryId, sessionId: id, fields, kept })
  }
  for (const { fields } of of('company')) await takeBackDetails(act, companyId, id, fields)
  await undoEntries(act, companyId, id)
  await forget(act, companyId, id)
  await record(act, 'assisted-session.undone', { kind: 'assisted-session', id })
}

/** Something was made of a worry. What was withdrawn lets go of it. */
async function isUsed(act: Act, worryId: string): Promise<boolean> {
  await act.tx
    .update(projects)
    .set({ worryId: null })
    .where(and(eq(projects.worryId, worryId), isNotNull(projects.withdrawnAt), isNull(projects.groupId)))
  const [project] = await act.tx
    .select({ id: projects.id })
    .from(projects)
    .where(eq(projects.worryId, worryId))
    .limit(1)
  const [group] = await act.tx
    .select({ id: projectGroups.id })
    .from(projectGroups)
    .where(eq(projectGroups.worryId, worryId))
    .limit(1)
  return Boolean(project ?? group)
}

/** What can no longer be taken back need not be kept. */
async function forget(act: Act, companyId: string, sessionId: string): Promise<void> {
  await act.tx
    .delete(draftCopies)
    .where(and(eq(draftCopies.companyId, companyId), eq(draftCopies.sessionId, sessionId)))
  await act.tx
    .delete(entryCopies)
    .where(and(eq(entryCopies.companyId, companyId), eq(entryCopies.sessionId, sessionId)))
}

const SETTLED = 'もう確かめてあるか、取り消せる日が過ぎました。直すときは、それぞれの画面から直してください。'
const PUBLISHED = 'もう公開されているので、取り消せません。やめるときは、案件を取り下げてください。'

async function takeBackOf(
  act: Act,
  project: Project,
  sessionId: string,
  fields: readonly string[],
  own: boolean,
): Promise<void> {
  const { id, companyId } = project
  if (!['draft', 'submitted', 'returned', 'withdrawn'].includes(stateOf(project)))
    throw new TooLate(PUBLISHED, { href: `/companies/${companyId}/projects/${id}`, label: '案件を見る' })
  if (fields.includes(SENT) && stateOf(project) === 'submitted') await recallProject(act, companyId, id)
  if (fields.includes(BEGUN) && !own) {
    if (!project.withdrawnAt) await carryOut(act, 'project.withdrawn', { id, companyId }, { withdrawnAt: act.now })
    return
  }
  if (project.withdrawnAt) return
  await restore(act, project, sessionId, await lastWrittenIn(act.tx, id, sessionId, fields))
}

async function restore(act: Act, project: Project, sessionId: string, fields: readonly string[]): Promise<void> {
  const { id, companyId } = project
  const [copy] = await act.tx
    .select()
    .from(draftCopies)
    .where(and(eq(draftCopies.projectId, id), eq(draftCopies.sessionId, sessionId)))
  if (!copy || fields.length === 0) return
  await carryOut(act, 'project.saved', { id, companyId }, backTo(copy.content, fields, project), {
    data: { fields: [...fields] },
  })
  if (!fields.includes(CODES)) return
  await act.tx.delete(projectCodes).where(eq(projectCodes.projectId, id))
  await writeCodes(act, id, copy.codes)
}

/** Copies that nothing can be taken back to any more. */
export async function forgetCopies(act: Act): Promise<void> {
  await act.tx.delete(draftCopies).where(lt(draftCopies.at, afterDays(act.now, -ENTRY_DAYS)))
  await act.tx.delete(entryCopies).where(lt(entryCopies.at, afterDays(act.now, -ENTRY_DAYS)))
}

function pageOf(companyId: string) {
  return { href: `/companies/${companyId}/assistance`, label: '代わりに入力した記録' }
}
