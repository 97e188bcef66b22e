import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { accounts } from '../../accounts/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { answerDeadline } from '../../lib/time.ts'
import { NotThere, TooLate } from '../../lib/web/errors.ts'
import { ownQuestions, questionIn } from '../queries/questions.ts'
import { OPEN_QUESTIONS, questionState } from '../rules/questions.ts'
import { askings, type Project, type Question, questions } from '../schema.ts'

const LATE = 'この質問は、さきほど変わりました。開きなおして、確かめてください。'

/** Asks in nobody's name: what everybody may read and who asked are two rows, and history knows the second one only. */
export async function askQuestion(act: Act, accountId: string, project: Project, body: string): Promise<void> {
  // One after the other, so that the number of those that wait is what it is until the end of this act.
  await act.tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for('update')
  const own = await ownQuestions(act.tx, accountId, project.id)
  if (own.filter((one) => questionState(one) === 'open').length >= OPEN_QUESTIONS) {
    throw new TooLate(`一つの案件に、答えを待つ質問は${OPEN_QUESTIONS}つまでです。答えが来たら、また聞けます。`)
  }
  const [id, askingId] = [act.newId(), act.newId()]
  const answerBy = answerDeadline(act.now, project.answerDays)
  const { id: projectId, companyId } = project
  await act.tx.insert(questions).values({ id, projectId, companyId, body, askedAt: act.now, answerBy })
  await act.tx.insert(askings).values({ id: askingId, questionId: id, accountId })
  await record(act, 'question.asked', { kind: 'asking', id: askingId })
}

/** Takes back a question that nobody has answered. */
export async function withdrawQuestion(act: Act, accountId: string, questionId: string): Promise<void> {
  const [asking] = await act.tx
    .select({ id: askings.id })
    .from(askings)
    .where(and(eq(askings.questionId, questionId), eq(askings.accountId, accountId)))
  if (!asking) throw new NotThere()
  await change(
    act,
    questionId,
    { withdrawnAt: act.now },
    sql`${questions.answeredAt} is null and ${questions.declinedAt} is null`,
  )
  await record(act, 'question.withdrawn', { kind: 'asking', id: asking.id })
}

type Target = {
  readonly companyId: string
  readonly projectId: string
  readonly questionId: string
  readonly version: number
}

/** An answer, the first or another wording. */
export async function answerQuestion(act: Act, target: Target, answer: string): Promise<void> {
  const question = await questionOf(act, target)
  const first = questionState(question) !== 'answered'
  const set = { answer, answeredAt: question.answeredAt ?? act.now, declinedAt: null, declineReason: null }
  await change(act, question.id, set, eq(questions.version, target.version))
  await note(act, first ? 'question.answered' : 'question.corrected', question.id)
}

/** No answer, and why. */
export async function declineQuestion(act: Act, target: Target, reason: string): Promise<void> {
  const question = await questionOf(act, target)
  const open = sql`${questions.answeredAt} is null and ${questions.declinedAt} is null`
  const set = { declinedAt: act.now, declineReason: reason }
  await change(act, question.id, set, and(eq(questions.version, target.version), open)!)
  await note(act, 'question.declined', question.id, { reason })
}

async function questionOf(act: Act, { companyId, projectId, questionId }: Target): Promise<Question> {
  const question = await questionIn(act.tx, companyId, questionId)
  if (!question || question.projectId !== projectId) throw new NotThere()
  return question
}

async function change(act: Act, id: string, set: Partial<Question>, where: SQL): Promise<void> {
  const changed = await act.tx
    .update(questions)
    .set({ ...set, version: sql`${questions.version} + 1` })
    .where(and(eq(questions.id, id), isNull(questions.withdrawnAt), where))
    .returning({ id: questions.id })
  if (changed.length === 0) throw new TooLate(LATE)
}

function note(act: Act, name: string, id: string, data: Record<string, string> = {}): Promise<void> {
  return record(act, name, { kind: 'question', id }, data)
}
