import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { markEntered } from '../../mandates/actions/entering.ts'
import { BEGUN } from '../../mandates/rules.ts'
import { draftFor, nodesOf, seenBy, type Viewer } from '../queries.ts'
import { WORDS } from '../rules/entered.ts'
import { rowsOf } from '../rules/readings.ts'
import type { ChallengeTree } from '../rules/tree.ts'
import { challengeNodes, worries } from '../schema.ts'
import { citing } from './citing.ts'
import { noteHand } from './entered.ts'
import { fillLines, wayBack } from './lines.ts'

/** A worry as it came and what was made of it; did a language model have a part in that? */
export type Told = { readonly text: string; readonly trees: readonly ChallengeTree[]; readonly isHelped: boolean }

/** Keeps what is being typed. No act of anybody yet, so history does not know of it. */
export async function keepDraft(act: Act, viewer: Viewer, text: string): Promise<void> {
  const draft = await draftFor(act.tx, viewer)
  if (draft) {
    await act.tx.update(worries).set({ text, updatedAt: act.now }).where(eq(worries.id, draft.id))
  } else if (text !== '') {
    await act.tx.insert(worries).values({ id: act.newId(), text, ...writerOf(act, viewer) })
  }
}

/** Keeps changed words of a worry that has its tree; the tree stays until it is asked for again. */
export async function keepWords(
  act: Act,
  viewer: Viewer,
  id: string,
  text: string,
  version: number | null = null,
): Promise<void> {
  await act.tx
    .update(worries)
    .set({ text, updatedAt: act.now })
    .where(
      and(
        eq(worries.id, id),
        ne(worries.text, text),
        // Words that were read before the desk typed a photo must not go over it.
        version === null ? undefined : eq(worries.version, version),
        seenBy(act.tx, viewer, 'write'),
      ),
    )
}

/** The worry is told: the draft of this browser becomes it, with its trees. Its id. */
export async function tellWorry(act: Act, viewer: Viewer, { text, trees, isHelped }: Told): Promise<string> {
  const draft = await draftFor(act.tx, viewer)
  const id = draft?.id ?? act.newId()
  const told = { text, structuredAt: act.now, updatedAt: act.now, modelHelpedAt: isHelped ? act.now : null }
  if (draft) {
    const taken = await act.tx
      .update(worries)
      .set(told)
      .where(and(eq(worries.id, id), isNull(worries.structuredAt)))
      .returning({ id: worries.id })
    if (taken.length === 0) throw new TooLate('ほかの画面で、先に送られています。', wayBack(viewer, id))
  } else {
    await act.tx.insert(worries).values({ id, ...writerOf(act, viewer), ...told })
  }
  await saveTrees(act, id, trees)
  await record(act, 'worry.told', { kind: 'worry', id }, { nodes: trees[0]?.nodes.length ?? 0, model: isHelped })
  return id
}

/** A worry that somebody types for a company: the company's, and no person's own. Its id. */
export async function tellFor(act: Act, companyId: string, { text, trees }: Omit<Told, 'isHelped'>): Promise<string> {
  const id = act.newId()
  const now = { createdAt: act.now, updatedAt: act.now, structuredAt: act.now, claimedAt: act.now }
  // No browser: nobody comes back to it by one.
  await act.tx.insert(worries).values({ id, text, companyId, browserHash: `assisted ${act.assisted}`, ...now })
  await markEntered(act, { kind: 'worry', id }, [BEGUN])
  await saveTrees(act, id, trees)
  await record(act, 'worry.told', { kind: 'worry', id }, { nodes: trees[0]?.nodes.length ?? 0, model: false })
  return id
}

/** The words are changed, and the trees made anew; what was answered about the same line stays. */
export async function rewordWorry(act: Act, viewer: Viewer, id: string, version: number, told: Told): Promise<void> {
  const { text, trees, isHelped } = told
  await noteHand(act, viewer, id, [WORDS])
  const changed = await act.tx
    .update(worries)
    .set({
      ...{ text, structuredAt: act.now, updatedAt: act.now, reading: 0, version: sql`${worries.version} + 1` },
      modelHelpedAt: isHelped ? act.now : null,
    })
    .where(and(eq(worries.id, id), eq(worries.version, version), seenBy(act.tx, viewer, 'write')))
    .returning({ id: worries.id })
  if (changed.length === 0) throw new TooLate('ほかの画面で、先に書きなおされています。', wayBack(viewer, id))
  await saveTrees(act, id, trees)
  await record(act, 'worry.reworded', { kind: 'worry', id }, { nodes: trees[0]?.nodes.length ?? 0, model: isHelped })
}

export async function saveTrees(act: Act, worryId: string, trees: readonly ChallengeTree[]): Promise<void> {
  const rows = rowsOf(await citing(act, worryId, trees), await nodesOf(act.tx, worryId), act.newId)
  await act.tx.delete(challengeNodes).where(eq(challengeNodes.worryId, worryId))
  if (rows.length === 0) return
  await act.tx.insert(challengeNodes).values(rows.map((row) => ({ ...row, worryId, createdAt: act.now })))
  // A main work that somebody changed to another job code needs the lines of that one.
  for (const reading of trees.keys()) await fillLines(act, worryId, reading)
}

/** Somebody who is signed in owns at once what they write. */
function writerOf(act: Act, { browser, account }: Viewer) {
  const own = account === null ? {} : { accountId: account, claimedAt: act.now }
  return { browserHash: browser, createdAt: act.now, updatedAt: act.now, ...own }
}
