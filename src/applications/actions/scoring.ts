import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { undoneSince } from '../../lib/undo.ts'
import { projects } from '../../projects/schema.ts'
import { criteriaOf } from '../queries/scoring.ts'
import { inForce, type Wished } from '../rules/scoring.ts'
import { isLive } from '../rules/state.ts'
import {
  type Application,
  assessments,
  criteria,
  type SelectionNote,
  scoringRounds,
  selectionNotes,
} from '../schema.ts'
import { changedMeanwhile } from './change.ts'
import { note } from './mark.ts'

type OfProject = { readonly id: string; readonly companyId: string }

/**
 * Says what is looked at in everybody, and how much it counts. `seen` is how many rows there were on the screen. A criterion of
 * the same name keeps its key, and with it the points that were given; what changed is written anew with its day.
 */
export async function declareCriteria(act: Act, project: OfProject, wished: readonly Wished[], seen: number) {
  await act.tx.select({ id: projects.id }).from(projects).where(eq(projects.id, project.id)).for('update')
  const rows = await criteriaOf(act.tx, project.id)
  if (rows.length !== seen) throw changedMeanwhile()
  const now = inForce(rows)
  const kept = now.filter(({ name, weight, position }) => {
    const same = wished[position - 1]
    return same?.name === name && same.weight === weight
  })
  const ended = now.filter((row) => !kept.includes(row))
  for (const { id } of ended) await act.tx.update(criteria).set({ endedAt: act.now }).where(eq(criteria.id, id))
  for (const [at, { name, weight }] of wished.entries()) {
    if (kept.some(({ position }) => position === at + 1)) continue
    await act.tx.insert(criteria).values({
      ...{ id: act.newId(), key: rows.find((row) => row.name === name)?.key ?? act.newId() },
      ...{ projectId: project.id, companyId: project.companyId, position: at + 1, name, weight },
      ...{ declaredAt: act.now, declaredBy: act.actor! },
    })
  }
  await record(act, 'criteria.declared', { kind: 'project', id: project.id }, { count: wished.length })
}

type Given = { readonly points: Readonly<Record<string, number>>; readonly words: string }

/** The own points for an applicant; given again they take the place of the first, and say so. */
export async function assess(act: Act, application: Application, { points, words }: Given): Promise<void> {
  if (!isLive(application)) throw changedMeanwhile()
  const { id: applicationId, companyId, projectId } = application
  await act.tx
    .insert(assessments)
    .values({ applicationId, companyId, projectId, accountId: act.actor!, points, words, givenAt: act.now })
    .onConflictDoUpdate({
      target: [assessments.applicationId, assessments.accountId],
      set: { points, words, changedAt: act.now },
    })
  await record(act, 'application.assessed', { kind: 'application', id: applicationId })
}

/** Shows everybody's points for a project to everybody of the company. */
export async function openScores(act: Act, { id: projectId, companyId }: OfProject): Promise<void> {
  const opened = await act.tx
    .insert(scoringRounds)
    .values({ projectId, companyId, openedAt: act.now, openedBy: act.actor! })
    .onConflictDoNothing()
    .returning({ projectId: scoringRounds.projectId })
  if (opened.length === 0) throw changedMeanwhile()
  await record(act, 'scores.opened', { kind: 'project', id: projectId })
}

/** What was agreed on after everybody's points were on the table. */
export async function conclude(act: Act, application: Application, words: string): Promise<void> {
  await note(act, application, { consensus: words, consensusAt: act.now, consensusBy: act.actor })
  await record(act, 'application.concluded', { kind: 'application', id: application.id })
}

export async function writeNote(act: Act, application: Application, words: string): Promise<void> {
  const { id: applicationId, companyId } = application
  const id = act.newId()
  await act.tx
    .insert(selectionNotes)
    .values({ id, applicationId, companyId, accountId: act.actor!, words, writtenAt: act.now })
  await record(act, 'application.note-written', { kind: 'application', id: applicationId }, { note: id })
}

/** A note is removed by whoever wrote it. */
export async function removeNote(act: Act, application: Application, noteId: string): Promise<void> {
  await changeNote(act, application, noteId, { removedAt: act.now }, 'application.note-removed')
}

export async function restoreNote(act: Act, application: Application, noteId: string): Promise<void> {
  await changeNote(act, application, noteId, { removedAt: null }, 'application.note-restored')
}

async function changeNote(
  act: Act,
  { id }: Application,
  noteId: string,
  set: Pick<SelectionNote, 'removedAt'>,
  name: string,
): Promise<void> {
  const { removedAt, accountId, applicationId } = selectionNotes
  const before = set.removedAt ? isNull(removedAt) : and(isNotNull(removedAt), gt(removedAt, undoneSince(act.now)))
  const changed = await act.tx
    .update(selectionNotes)
    .set(set)
    .where(and(eq(selectionNotes.id, noteId), eq(applicationId, id), eq(accountId, act.actor!), before))
    .returning({ id: selectionNotes.id })
  if (changed.length === 0) throw changedMeanwhile()
  await record(act, name, { kind: 'application', id }, { note: noteId })
}
