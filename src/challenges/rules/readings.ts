import type { ChallengeNode } from '../schema.ts'
import type { ChallengeTree } from './tree.ts'

type Fresh = Omit<ChallengeNode, 'worryId' | 'createdAt'>
type Answers = Pick<
  ChallengeNode,
  'text' | 'code' | 'firstText' | 'firstCode' | 'confirmedAt' | 'changedAt' | 'removedAt' | 'writtenBy' | 'writtenAs'
>

/**
 * The rows of the trees made from a worry, each tree one reading. What somebody answered about a line stays with it when
 * the same line comes again from changed words, and what a person added stays in any case.
 */
export function rowsOf(
  trees: readonly ChallengeTree[],
  before: readonly ChallengeNode[],
  newId: () => string,
): Fresh[] {
  const answers = new Map(before.map((node) => [keyOf(node), answersOf(node)]))
  const own = before.filter(({ source }) => source !== 'person')
  const known = new Map(own.map((node) => [keyOf(node), node.id]))
  /** The id of the same line before, which whoever typed it for somebody else is marked by; taken once. */
  const idOf = ({ kind, text, code }: ChallengeTree['nodes'][number], reading: number): string => {
    const key = keyOf({ kind, reading, text, code: code ?? null })
    const id = known.get(key)
    known.delete(key)
    return id ?? newId()
  }
  const made = trees.flatMap(({ nodes }, reading) => {
    const ids = new Map(nodes.map((node) => [node.id, idOf(node, reading)]))
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
  return [...made, ...added(before, made)]
}

/** What a person added, under the same line as before, else under the first worry: hanging on nothing it would stand last. */
function added(before: readonly ChallengeNode[], made: readonly Fresh[]): Fresh[] {
  const kept: Fresh[] = []
  const there = new Set<string>()
  for (const { worryId, createdAt, ...line } of before.filter(({ source }) => source === 'person')) {
    there.add(line.id)
    const { parentId: above } = line
    const parentId = above === null || there.has(above) ? above : same(line, before, made)
    kept.push({ ...line, parentId, position: made.length + kept.length })
  }
  return kept
}

function same(line: Pick<Fresh, 'parentId' | 'reading'>, before: readonly ChallengeNode[], made: readonly Fresh[]) {
  const parent = before.find(({ id }) => id === line.parentId)
  const again = parent && made.find((node) => keyOf(node) === keyOf(parent))
  return (again ?? made.find(({ kind, reading }) => kind === 'symptom' && reading === line.reading))?.id ?? null
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
