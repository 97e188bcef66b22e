import type { ChallengeNode } from '../schema.ts'
import type { ChallengeTree } from './tree.ts'

type Fresh = Omit<ChallengeNode, 'worryId' | 'createdAt'>
type Answers = Pick<
  ChallengeNode,
  'text' | 'code' | 'firstText' | 'firstCode' | 'confirmedAt' | 'changedAt' | 'removedAt' | 'writtenBy' | 'writtenAs'
>

/**
 * The rows of the trees made from a worry, each tree one reading. What somebody answered about a line stays with it when
 * the same line comes again from changed words.
 */
export function rowsOf(
  trees: readonly ChallengeTree[],
  before: readonly ChallengeNode[],
  newId: () => string,
): Fresh[] {
  const answers = new Map(before.map((node) => [keyOf(node), answersOf(node)]))
  return trees.flatMap(({ nodes }, reading) => {
    const ids = new Map(nodes.map(({ id }) => [id, newId()]))
    return nodes.map((node, position) => ({
      id: ids.get(node.id)!,
      reading,
      parentId: node.parent === null ? null : ids.get(node.parent)!,
      kind: node.kind,
      source: node.because.source,
      phrase: node.because.phrase,
      position,
      ...unanswered(node.text, node.code ?? null),
      ...answers.get(keyOf({ kind: node.kind, reading, text: node.text, code: node.code ?? null })),
    }))
  })
}

/** What a line says before anybody answered. */
export function unanswered(text: string, code: string | null): Answers {
  const nothing = { firstText: null, firstCode: null, confirmedAt: null, changedAt: null, removedAt: null }
  return { text, code, ...nothing, writtenBy: null, writtenAs: null }
}

function answersOf({ text, code, firstText, firstCode, writtenBy, writtenAs, ...when }: Answers) {
  const { confirmedAt, changedAt, removedAt } = when
  return { text, code, firstText, firstCode, confirmedAt, changedAt, removedAt, writtenBy, writtenAs }
}

/** A line is the same when the program wrote the same, whatever a person made of it. */
function keyOf(node: Pick<ChallengeNode, 'kind' | 'reading' | 'text' | 'code'> & Partial<Answers>): string {
  return JSON.stringify([node.reading, node.kind, node.firstCode ?? node.code, node.firstText ?? node.text])
}
