import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { undoneSince } from '../../lib/undo.ts'
import {
  type Assessment,
  assessments,
  type Criterion,
  criteria,
  type ScoringRound,
  type SelectionNote,
  scoringRounds,
  selectionNotes,
} from '../schema.ts'

/** Everything that was ever declared for a project of this company, the earliest first. */
export async function criteriaOf(tx: Tx, projectId: string): Promise<Criterion[]> {
  return tx
    .select()
    .from(criteria)
    .where(eq(criteria.projectId, projectId))
    .orderBy(asc(criteria.declaredAt), asc(criteria.position), asc(criteria.id))
}

/** The points for a project as the reader may see them: the own; the others' after the own, or once the round was opened. */
export async function assessmentsOf(tx: Tx, projectId: string): Promise<Assessment[]> {
  return tx
    .select()
    .from(assessments)
    .where(eq(assessments.projectId, projectId))
    .orderBy(asc(assessments.givenAt), asc(assessments.accountId))
}

/** Who of the company gave points to an applicant; not what. */
export async function assessorsOf(tx: Tx, applicationId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ ids: string[] }>(sql`select app_assessors(${applicationId}::uuid) as ids`)
  return rows[0]!.ids
}

export async function scoringRoundOf(tx: Tx, projectId: string): Promise<ScoringRound | null> {
  const [row] = await tx.select().from(scoringRounds).where(eq(scoringRounds.projectId, projectId))
  return row ?? null
}

/** The company's notes about an applicant, and those that their writer removed so lately that it can be undone. */
export async function notesOf(tx: Tx, applicationId: string, now: Date): Promise<SelectionNote[]> {
  return tx
    .select()
    .from(selectionNotes)
    .where(
      and(
        eq(selectionNotes.applicationId, applicationId),
        or(isNull(selectionNotes.removedAt), gt(selectionNotes.removedAt, undoneSince(now))),
      ),
    )
    .orderBy(asc(selectionNotes.writtenAt), asc(selectionNotes.id))
}
