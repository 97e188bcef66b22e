import { and, eq, exists, isNull, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { seenBy, sideOf, type Viewer } from '../queries.ts'
import { lineField } from '../rules/entered.ts'
import { type ChallengeNode, challengeNodes, worries } from '../schema.ts'
import { noteHand } from './entered.ts'
import { fillLines, gone } from './lines.ts'

type Place = { readonly worryId: string; readonly nodeId: string }
type Change = { readonly text: string; readonly code?: string }

/** 「はい」 */
export async function confirmNode(act: Act, viewer: Viewer, place: Place): Promise<void> {
  const unchanged = (mine: string | null, column: AnyPgColumn, type: 'uuid' | 'text') =>
    sql`case when ${challengeNodes.changedAt} is null then ${mine}::${sql.raw(type)} else ${column} end`
  await answer(act, viewer, place, 'node.confirmed', {
    confirmedAt: act.now,
    writtenBy: unchanged(act.actor, challengeNodes.writtenBy, 'uuid'),
    writtenAs: unchanged(sideOf(viewer).as, challengeNodes.writtenAs, 'text'),
  })
}

/** 「少し違う」: other words, or another job code with its words. What stood there before is kept. */
export async function changeNode(act: Act, viewer: Viewer, place: Place, { text, code }: Change): Promise<void> {
  await answer(act, viewer, place, 'node.changed', {
    text,
    ...(code && { code }),
    firstText: sql`coalesce(${challengeNodes.firstText}, ${challengeNodes.text})`,
    firstCode: sql`coalesce(${challengeNodes.firstCode}, ${challengeNodes.code})`,
    changedAt: act.now,
    confirmedAt: null,
    ...writer(act, viewer),
  })
}

/** 「いいえ」 */
export async function removeNode(act: Act, viewer: Viewer, place: Place): Promise<void> {
  await answer(act, viewer, place, 'node.removed', { removedAt: act.now, ...writer(act, viewer) })
}

/** 「取り消し」: the line as it first stood, as if nobody had answered. */
export async function retractAnswer(act: Act, viewer: Viewer, { worryId, nodeId }: Place): Promise<void> {
  await noteHand(act, viewer, worryId, [lineField(nodeId)])
  const [put] = await act.tx
    .update(challengeNodes)
    .set({
      text: sql`coalesce(${challengeNodes.firstText}, ${challengeNodes.text})`,
      code: sql`coalesce(${challengeNodes.firstCode}, ${challengeNodes.code})`,
      ...{
        firstText: null,
        firstCode: null,
        confirmedAt: null,
        changedAt: null,
        removedAt: null,
        writtenBy: null,
        writtenAs: null,
      },
    })
    .where(and(eq(challengeNodes.id, nodeId), ofWorry(act, viewer, worryId)))
    .returning({ reading: challengeNodes.reading })
  if (!put) throw gone(viewer, worryId)
  await fillLines(act, worryId, put.reading)
  await record(act, 'node.retracted', { kind: 'challenge-node', id: nodeId }, { worry: worryId })
}

/** Looks at the worry the other way. What was answered on each tree stays there. */
export async function chooseReading(act: Act, viewer: Viewer, worryId: string, reading: number): Promise<void> {
  const there = act.tx
    .select({ is: challengeNodes.id })
    .from(challengeNodes)
    .where(and(eq(challengeNodes.worryId, worries.id), eq(challengeNodes.reading, reading)))
  const chosen = await act.tx
    .update(worries)
    .set({ reading })
    .where(and(eq(worries.id, worryId), exists(there), seenBy(act.tx, viewer, 'write')))
    .returning({ id: worries.id })
  if (chosen.length === 0) throw gone(viewer, worryId)
  await record(act, 'worry.reading-chosen', { kind: 'worry', id: worryId }, { reading })
}

type Columns = { [K in keyof ChallengeNode]?: ChallengeNode[K] | ReturnType<typeof sql> }

async function answer(act: Act, viewer: Viewer, { worryId, nodeId }: Place, name: string, set: Columns) {
  await noteHand(act, viewer, worryId, [lineField(nodeId)])
  const [answered] = await act.tx
    .update(challengeNodes)
    .set(set)
    .where(and(eq(challengeNodes.id, nodeId), isNull(challengeNodes.removedAt), ofWorry(act, viewer, worryId)))
    .returning({ reading: challengeNodes.reading })
  if (!answered) throw gone(viewer, worryId)
  await fillLines(act, worryId, answered.reading)
  await record(act, name, { kind: 'challenge-node', id: nodeId }, { worry: worryId })
}

function writer(act: Act, viewer: Viewer) {
  return { writtenBy: act.actor, writtenAs: sideOf(viewer).as }
}

function ofWorry(act: Act, viewer: Viewer, worryId: string) {
  const own = act.tx
    .select({ is: worries.id })
    .from(worries)
    .where(and(eq(worries.id, worryId), seenBy(act.tx, viewer, 'write')))
  return and(eq(challengeNodes.worryId, worryId), exists(own))
}
