import { and, asc, desc, eq, gt, isNotNull, isNull, type SQL } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { askings, projects, type Question, questions } from '../schema.ts'
import { inState } from './states.ts'

/** What was asked and answered, for everybody, the newest answer first. */
export async function answeredQuestions(tx: Tx, projectId: string): Promise<Question[]> {
  return tx
    .select()
    .from(questions)
    .where(and(eq(questions.projectId, projectId), isNotNull(questions.answeredAt), isNull(questions.withdrawnAt)))
    .orderBy(desc(questions.answeredAt), asc(questions.id))
}

/** What somebody asked about a project and did not take back. */
export async function ownQuestions(tx: Tx, accountId: string, projectId: string): Promise<Question[]> {
  const rows = await tx
    .select({ question: questions })
    .from(askings)
    .innerJoin(questions, eq(questions.id, askings.questionId))
    .where(and(eq(askings.accountId, accountId), eq(questions.projectId, projectId), isNull(questions.withdrawnAt)))
    .orderBy(asc(questions.askedAt))
  return rows.map(({ question }) => question)
}

const RECENT = 20

/** What somebody asked lately, anywhere, the newest first. */
export async function questionsOfPerson(tx: Tx, accountId: string) {
  return tx
    .select({ question: questions, title: projects.title, companyName: companies.name })
    .from(askings)
    .innerJoin(questions, eq(questions.id, askings.questionId))
    .innerJoin(projects, eq(projects.id, questions.projectId))
    .innerJoin(companies, eq(companies.id, questions.companyId))
    .where(and(eq(askings.accountId, accountId), isNull(questions.withdrawnAt)))
    .orderBy(desc(questions.askedAt))
    .limit(RECENT)
}
export type AskedByPerson = Awaited<ReturnType<typeof questionsOfPerson>>[number]

/** A question to this company that was not taken back. */
export async function questionIn(tx: Tx, companyId: string, questionId: string): Promise<Question | undefined> {
  const [question] = await tx
    .select()
    .from(questions)
    .where(and(eq(questions.id, questionId), eq(questions.companyId, companyId), isNull(questions.withdrawnAt)))
  return question
}

/** What this company was asked about a project, the most urgent first. */
export async function questionsOfProject(tx: Tx, companyId: string, projectId: string): Promise<Question[]> {
  return tx
    .select()
    .from(questions)
    .where(and(eq(questions.companyId, companyId), eq(questions.projectId, projectId), isNull(questions.withdrawnAt)))
    .orderBy(asc(questions.answerBy), asc(questions.id))
}

/** Waits for an answer: over questions and their project. Those of a project that takes no more applications do not. */
export function stillOpen(): SQL {
  const { withdrawnAt, answeredAt, declinedAt } = questions
  return and(isNull(withdrawnAt), isNull(answeredAt), isNull(declinedAt), inState('published'))!
}

/** Questions that wait for an answer, the most urgent first. */
async function openQuestions(tx: Tx, where?: SQL) {
  return tx
    .select({ question: questions, project: projects })
    .from(questions)
    .innerJoin(projects, eq(projects.id, questions.projectId))
    .where(and(stillOpen(), where))
    .orderBy(asc(questions.answerBy), asc(questions.id))
}

export function openQuestionsOf(tx: Tx, companyId: string) {
  return openQuestions(tx, eq(questions.companyId, companyId))
}

/** Those whose promise was over after `since`. */
export function questionsDueAfter(tx: Tx, since: Date) {
  return openQuestions(tx, gt(questions.answerBy, since))
}
