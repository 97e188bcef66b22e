import { asc, eq } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { worryAnswers } from '../schema.ts'

/** What was answered or passed over when asked back about a worry, in the order in which it was asked. */
export async function answersOf(tx: Tx, worryId: string) {
  return tx
    .select()
    .from(worryAnswers)
    .where(eq(worryAnswers.worryId, worryId))
    .orderBy(asc(worryAnswers.answeredAt), asc(worryAnswers.question))
}
