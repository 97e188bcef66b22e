import { and, asc, eq, inArray, isNotNull, isNull, lt, notExists, notInArray, type SQL, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { NotThere, TooLate } from '../../lib/web/errors.ts'
import { projectGroups, projects } from '../../projects/schema.ts'
import { isWaiting } from '../queries/dialogues.ts'
import { shownTo } from '../queries.ts'
import { DIALOGUE_DAYS, type ReadLine, worryFromLines } from '../rules/dialogue.ts'
import { treesFrom } from '../rules/said.ts'
import { type Dialogue, dialogueLines, dialogues, worries } from '../schema.ts'
import { saveTrees } from './writing.ts'

const OVER = 'この対話シートは、もう終わっています。'
const AT_ONCE = 500

/** A partner hands over what it wrote down; one at a time to each company. Its id. */
export async function handDialogue(
  act: Act,
  partnerId: string,
  companyId: string,
  lines: readonly ReadLine[],
): Promise<string> {
  const shown = await shownTo(act.tx, partnerId, sql`${companyId}::uuid`, act.now)
  if (shown.length === 0) throw new NotThere()
  const id = act.newId()
  const handed = await act.tx
    .insert(dialogues)
    .values({ id, partnerId, companyId, handedBy: act.actor!, handedAt: act.now })
    .onConflictDoNothing()
    .returning({ id: dialogues.id })
  if (handed.length === 0)
    throw new TooLate('この会社には、前に渡したシートがまだ読まれていません。取り下げてから、渡しなおしてください。')
  await act.tx.insert(dialogueLines).values(lines.map((line) => ({ ...line, dialogueId: id })))
  await record(act, 'dialogue.handed', { kind: 'dialogue', id }, { company: companyId, lines: lines.length })
  return id
}

/** The partner takes it back, as long as nobody answered. */
export async function recallDialogue(act: Act, partnerId: string, id: string): Promise<void> {
  await answer(act, id, eq(dialogues.partnerId, partnerId), { recalledAt: act.now })
  await dropLines(act, [id])
  await record(act, 'dialogue.recalled', { kind: 'dialogue', id })
}

export async function declineDialogue(act: Act, companyId: string, id: string): Promise<void> {
  await answer(act, id, eq(dialogues.companyId, companyId), { declinedAt: act.now })
  await dropLines(act, [id])
  await record(act, 'dialogue.declined', { kind: 'dialogue', id })
}

/**
 * The company takes the lines that it chose, in its own words, and nothing else of the sheet stays. A worry of the company is
 * made of them. Its id.
 */
export async function takeDialogue(
  act: Act,
  { companyId, id, browser }: { companyId: string; id: string; browser: string },
  lines: readonly ReadLine[],
): Promise<string> {
  const { tx, now } = act
  await answer(act, id, eq(dialogues.companyId, companyId), { takenAt: now, takenBy: act.actor })
  const worryId = act.newId()
  const text = worryFromLines(lines)
  await tx.insert(worries).values({
    ...{ id: worryId, text, browserHash: browser, accountId: act.actor, companyId },
    ...{ createdAt: now, updatedAt: now, structuredAt: now, claimedAt: now },
  })
  const items = lines.map(({ item }) => item)
  await tx.delete(dialogueLines).where(and(eq(dialogueLines.dialogueId, id), notInArray(dialogueLines.item, items)))
  for (const line of lines) {
    await tx
      .update(dialogueLines)
      .set({ text: line.text, worryId })
      .where(and(eq(dialogueLines.dialogueId, id), eq(dialogueLines.item, line.item)))
  }
  await saveTrees(act, worryId, treesFrom(text, []))
  await record(act, 'dialogue.taken', { kind: 'dialogue', id }, { worry: worryId, items })
  return worryId
}

/** The company takes its consent back: the lines go, and the challenge made of them, unless a project came out of it. */
export async function withdrawDialogue(act: Act, companyId: string, id: string): Promise<void> {
  const { tx, now } = act
  const withdrawn = await tx
    .update(dialogues)
    .set({ withdrawnAt: now })
    .where(
      and(
        ...[eq(dialogues.id, id), eq(dialogues.companyId, companyId)],
        ...[isNotNull(dialogues.takenAt), isNull(dialogues.withdrawnAt)],
      ),
    )
    .returning({ id: dialogues.id })
  if (withdrawn.length === 0) throw new TooLate(OVER)
  const made = (await dropLines(act, [id])).flatMap(({ worryId }) => worryId ?? [])
  if (made.length > 0) {
    const project = tx.select({ id: projects.id }).from(projects).where(eq(projects.worryId, worries.id))
    const group = tx.select({ id: projectGroups.id }).from(projectGroups).where(eq(projectGroups.worryId, worries.id))
    await tx.delete(worries).where(and(inArray(worries.id, made), notExists(project), notExists(group)))
  }
  await record(act, 'dialogue.withdrawn', { kind: 'dialogue', id })
}

/** Every hour: what nobody answered for a month is gone. */
export async function lapseDialogues(act: Act): Promise<void> {
  const before = new Date(act.now.getTime() - DIALOGUE_DAYS * 86_400_000)
  const old = act.tx
    .select({ id: dialogues.id })
    .from(dialogues)
    .where(and(isWaiting(), lt(dialogues.handedAt, before)))
    .orderBy(asc(dialogues.handedAt))
    .limit(AT_ONCE)
  const lapsed = await act.tx
    .update(dialogues)
    .set({ lapsedAt: act.now })
    .where(and(inArray(dialogues.id, old), isWaiting()))
    .returning({ id: dialogues.id })
  if (lapsed.length === 0) return
  const ids = lapsed.map(({ id }) => id)
  await dropLines(act, ids)
  const batch = act.newId()
  for (const id of ids) await record(act, 'dialogue.lapsed', { kind: 'dialogue', id }, {}, batch)
}

/** Before anybody else answered it. */
async function answer(act: Act, id: string, whose: SQL, set: Partial<Dialogue>): Promise<void> {
  const answered = await act.tx
    .update(dialogues)
    .set(set)
    .where(and(eq(dialogues.id, id), whose, isWaiting()))
    .returning({ id: dialogues.id })
  if (answered.length === 0) throw new TooLate(OVER)
}

async function dropLines(act: Act, ids: string[]) {
  return act.tx.delete(dialogueLines).where(inArray(dialogueLines.dialogueId, ids)).returning()
}
