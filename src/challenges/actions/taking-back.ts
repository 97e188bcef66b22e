import { and, eq } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { copyBefore, lastWrittenIn } from '../../mandates/queries/entries.ts'
import { BEGUN } from '../../mandates/rules.ts'
import { answersOf } from '../queries/answers.ts'
import { answersIn, type LineCopy, linesIn, WORDS, type WorryCopy } from '../rules/entered.ts'
import { treesFrom } from '../rules/said.ts'
import { challengeNodes, worries, worryAnswers } from '../schema.ts'
import { fillLines } from './lines.ts'
import { saveTrees } from './writing.ts'

type Entered = {
  readonly companyId: string
  readonly worryId: string
  readonly sessionId: string
  /** What the company has not confirmed. */
  readonly fields: readonly string[]
  /** The company's people went on with it, or made something of it: it stays. */
  readonly kept: boolean
}

/** Everything that was entered into a worry in a session goes back; one that was told in it is gone, unless it is in use. */
export async function takeBackWorry(act: Act, { companyId, worryId, sessionId, fields, kept }: Entered): Promise<void> {
  const own = and(eq(worries.id, worryId), eq(worries.companyId, companyId))
  const [worry] = await act.tx.select().from(worries).where(own).for('update')
  if (!worry) return
  if (fields.includes(BEGUN) && !kept) {
    await act.tx.delete(worries).where(own)
    await record(act, 'worry.deleted', { kind: 'worry', id: worryId })
    return
  }
  const was = (await copyBefore(act.tx, worryId, sessionId)) as WorryCopy | undefined
  if (!was) return
  const back = await lastWrittenIn(act.tx, worryId, sessionId, fields)
  const text = back.includes(WORDS) ? was.text : worry.text
  const questions = answersIn(back)
  for (const question of questions) await putAnswer(act, worryId, question, was)
  if (back.includes(WORDS) || questions.length > 0) {
    const now = { text, structuredAt: act.now, updatedAt: act.now, modelHelpedAt: null, version: worry.version + 1 }
    await act.tx.update(worries).set(now).where(own)
    await saveTrees(act, worryId, treesFrom(text, await answersOf(act.tx, worryId)))
  }
  const lines = new Map(was.nodes.map((node) => [node.id, node]))
  for (const id of linesIn(back)) await putLine(act, worryId, id, lines.get(id))
  await fillLines(act, worryId, worry.reading)
  await record(act, 'worry.taken-back', { kind: 'worry', id: worryId }, { fields: back })
}

async function putAnswer(act: Act, worryId: string, question: string, { answers }: WorryCopy): Promise<void> {
  const here = and(eq(worryAnswers.worryId, worryId), eq(worryAnswers.question, question))
  const before = answers.find((answer) => answer.question === question)
  if (before) await act.tx.update(worryAnswers).set({ text: before.text }).where(here)
  else await act.tx.delete(worryAnswers).where(here)
}

/** A line that the copy does not know was added, or made from what was said since. */
async function putLine(act: Act, worryId: string, id: string, was: LineCopy | undefined): Promise<void> {
  const here = and(eq(challengeNodes.worryId, worryId), eq(challengeNodes.id, id))
  if (!was) {
    await act.tx.delete(challengeNodes).where(and(here, eq(challengeNodes.source, 'person')))
    return
  }
  const { id: _, confirmedAt, changedAt, removedAt, ...words } = was
  const moments = { confirmedAt: moment(confirmedAt), changedAt: moment(changedAt), removedAt: moment(removedAt) }
  await act.tx
    .update(challengeNodes)
    .set({ ...words, ...moments })
    .where(here)
}

function moment(written: string | null): Date | null {
  return written === null ? null : new Date(written)
}
