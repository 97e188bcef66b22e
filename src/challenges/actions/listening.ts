import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { NotThere } from '../../lib/web/errors.ts'
import { ownEntries } from '../../mandates/actions/entering.ts'
import { seenBy, type Viewer } from '../queries.ts'
import { answerField } from '../rules/entered.ts'
import { type Answered, WHICH } from '../rules/listening.ts'
import type { ChallengeTree } from '../rules/tree.ts'
import { worries, worryAnswers } from '../schema.ts'
import { noteHand } from './entered.ts'
import { saveTrees } from './writing.ts'

/** What was answered to one question, and the trees when that says something new of the worry. */
export type Given = Answered & { readonly trees: readonly ChallengeTree[] | null }

/**
 * Keeps an answer, or that the question was passed over. The words of the worry stay as they are; the trees are put in the
 * place of the old ones, with what was answered about the same lines.
 */
export async function keepAnswer(act: Act, viewer: Viewer, worryId: string, given: Given): Promise<void> {
  await noteHand(act, viewer, worryId, [answerField(given.question)])
  await keepGiven(act, worryId, given, seenBy(act.tx, viewer, 'write'))
}

/**
 * Answers that came from the sheet of questions: of whoever holds the paper, and so the owner's. They hear of it once in an hour,
 * when we know who that is.
 */
export async function keepFromPaper(act: Act, worryId: string, answers: readonly Given[]): Promise<void> {
  await ownEntries(
    act,
    worryId,
    answers.map(({ question }) => answerField(question)),
  )
  for (const given of answers) await keepGiven(act, worryId, given, undefined)
  const key = `asked-${worryId}-${act.now.toISOString().slice(0, 13)}`
  await act.enqueue('challenges.tellAnswered', { worryId, key }, { key })
}

async function keepGiven(act: Act, worryId: string, given: Given, whose: SQL | undefined): Promise<void> {
  const { question, text, trees } = given
  const touched = await act.tx
    .update(worries)
    .set(trees ? { ...made(act), reading: readingFor(given) } : asked(act))
    .where(and(eq(worries.id, worryId), isNotNull(worries.structuredAt), whose))
    .returning({ id: worries.id })
  if (touched.length === 0) throw new NotThere()
  // The moment of the first answer stays: it is the order in which the questions came.
  await act.tx
    .insert(worryAnswers)
    .values({ worryId, question, text, answeredAt: act.now, writtenBy: act.actor })
    .onConflictDoUpdate({
      target: [worryAnswers.worryId, worryAnswers.question],
      set: { text, writtenBy: act.actor },
    })
  if (trees) await saveTrees(act, worryId, trees)
  await record(act, text === null ? 'worry.passed' : 'worry.answered', { kind: 'worry', id: worryId }, { question })
}

function made({ now }: Act) {
  return { structuredAt: now, updatedAt: now }
}

/** Words that were being written stay so: later than the trees. */
function asked({ now }: Act) {
  const moment = now.toISOString()
  const kept = sql`CASE WHEN ${worries.updatedAt} > ${worries.structuredAt} THEN ${worries.structuredAt} ELSE ${moment}::timestamptz END`
  return { structuredAt: kept, updatedAt: now }
}

/** Whoever says which of two works is nearer wants to see that one. */
function readingFor({ question, trees }: Given) {
  if (question === WHICH) return 0
  return sql`CASE WHEN ${worries.reading} < ${trees?.length ?? 0} THEN ${worries.reading} ELSE 0 END`
}
