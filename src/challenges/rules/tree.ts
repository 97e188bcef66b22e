import { createHash } from 'node:crypto'

export type NodeKind = 'symptom' | 'cause' | 'work' | 'outcome' | 'scope' | 'exclusion'

/** Where a node comes from: the owner's own phrase (with its place in the worry), a phrase of a job code, a case. */
export type Source =
  | { source: 'owner'; phrase: string; start: number; end: number }
  | { source: 'code' | 'case'; phrase: string; start?: undefined; end?: undefined }

export type ChallengeNode = {
  /** Made from kind, code and text: the same node has the same id in every tree and after every restart. */
  id: string
  kind: NodeKind
  /** A short Japanese sentence said to an owner; a symptom is the owner's own words. */
  text: string
  /** Id of the job code that this node stands for or comes from. */
  code?: string
  because: Source
  /** Id of the node above, null for a symptom. */
  parent: string | null
}

/** Nodes in the order in which they are read: each stands after its parent. */
export type ChallengeTree = { nodes: ChallengeNode[] }

export function nodeOf(
  kind: NodeKind,
  parent: ChallengeNode | null,
  text: string,
  because: Source,
  code?: string,
): ChallengeNode {
  const id = createHash('sha256')
    .update([kind, code ?? '', text].join('\n'))
    .digest('base64url')
    .slice(0, 12)
  const node = { id, kind, text, because, parent: parent?.id ?? null }
  return code === undefined ? node : { ...node, code }
}

/** The job codes of the works of a tree, the first being the main one. */
export function codesOf(tree: ChallengeTree): string[] {
  return tree.nodes.filter(({ kind }) => kind === 'work').map(({ code }) => code!)
}
