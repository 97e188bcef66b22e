import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { nodesOf, sideOf, type Viewer, worryFor } from '../queries.ts'
import { lineField } from '../rules/entered.ts'
import { liveNodes, missingLines } from '../rules/nodes.ts'
import { unanswered } from '../rules/readings.ts'
import { homeOf } from '../rules/sides.ts'
import { sourceOf } from '../rules/writers.ts'
import { challengeNodes } from '../schema.ts'
import { noteHand } from './entered.ts'

/** More than that nobody reads on a telephone. */
const MOST_ADDED = 20

export type NewLine = {
  readonly kind: 'cause' | 'work' | 'scope' | 'exclusion'
  readonly text: string
  readonly code: string | null
  /** The worry that a cause or a work is about; left out: the first one. */
  readonly under: string | null
}

/** 「行を足す」: a person's own line, in the tree that the owner looks at. Its id. */
export async function addLine(act: Act, viewer: Viewer, worryId: string, line: NewLine): Promise<string> {
  const worry = found(await worryFor(act.tx, worryId, viewer, 'write'))
  const nodes = await nodesOf(act.tx, worryId)
  if (nodes.filter(({ source }) => source === 'person').length >= MOST_ADDED) {
    throw new TooLate(`足せる行は${MOST_ADDED}までです。いまある行を直してください。`, wayBack(viewer, worryId))
  }
  const { kind, text, code, under } = line
  const symptoms = liveNodes(nodes, worry.reading).filter((node) => node.kind === 'symptom')
  const [first] = symptoms
  const about = symptoms.find(({ id }) => id === under) ?? first
  const id = act.newId()
  await noteHand(act, viewer, worryId, [lineField(id)])
  await act.tx.insert(challengeNodes).values({
    ...{ id, worryId, reading: worry.reading, kind, createdAt: act.now },
    ...unanswered(text, code),
    // What comes first and what is not asked for belongs to the main work, whichever that is.
    parentId: kind === 'cause' || kind === 'work' ? (about?.id ?? null) : null,
    source: 'person',
    phrase: sourceOf({ as: sideOf(viewer).as, account: act.actor }),
    position: after(nodes),
  })
  await fillLines(act, worryId, worry.reading)
  await record(act, 'node.added', { kind: 'challenge-node', id }, { worry: worryId })
  return id
}

/** After a change: the lines of the job code that is the main one now. */
export async function fillLines(act: Act, worryId: string, reading: number): Promise<void> {
  const nodes = await nodesOf(act.tx, worryId)
  const missing = missingLines(nodes, reading)
  if (!missing || missing.lines.length === 0) return
  const { under, lines } = missing
  await act.tx.insert(challengeNodes).values(
    lines.map(({ kind, text, phrase }, at) => ({
      ...{ id: act.newId(), worryId, reading, kind, phrase, source: 'code' as const, createdAt: act.now },
      ...{ parentId: under.id, position: after(nodes) + at },
      ...unanswered(text, under.code),
    })),
  )
}

/** Somebody else changed the line meanwhile, or it is not theirs: the page says so and leads back. */
export function gone(viewer: Viewer, worryId: string): TooLate {
  return new TooLate('整理した内容が、そのあいだに変わりました。もう一度ごらんください。', wayBack(viewer, worryId))
}

export function wayBack(viewer: Viewer, worryId: string) {
  return { href: homeOf(sideOf(viewer), worryId), label: '整理した内容を見る' }
}

function after(nodes: readonly { position: number }[]): number {
  return Math.max(-1, ...nodes.map(({ position }) => position)) + 1
}
