import { eq } from 'drizzle-orm'
import type { Act } from '../../lib/act.ts'
import { keepCopy, markEntered, ownEntries } from '../../mandates/actions/entering.ts'
import { answersOf } from '../queries/answers.ts'
import { nodesOf, sideOf, type Viewer } from '../queries.ts'
import { copyOfWorry } from '../rules/entered.ts'
import { worries } from '../schema.ts'

/**
 * Whose words they will be, said before they are written: an assistant's, until the company says so, with a copy of how it
 * stood; or the company's own.
 */
export async function noteHand(act: Act, viewer: Viewer, worryId: string, fields: readonly string[]): Promise<void> {
  if (act.assisted) {
    await keepWorry(act, worryId)
    await markEntered(act, { kind: 'worry', id: worryId }, fields)
  } else if (sideOf(viewer).as === 'owner') {
    await ownEntries(act, worryId, fields)
  }
}

async function keepWorry(act: Act, worryId: string): Promise<void> {
  const [worry] = await act.tx.select().from(worries).where(eq(worries.id, worryId))
  if (!worry) return
  await keepCopy(act, worryId, copyOfWorry(worry, await answersOf(act.tx, worryId), await nodesOf(act.tx, worryId)))
}
