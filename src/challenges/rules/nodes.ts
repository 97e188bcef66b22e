import type { ChallengeNode } from '../schema.ts'

/** Nodes of one reading as they are shown: nothing that was removed, each under what is still there, in order. */
export function liveNodes(nodes: readonly ChallengeNode[], reading = 0): ChallengeNode[] {
  const own = nodes.filter((node) => node.reading === reading).sort((a, b) => a.position - b.position)
  const byId = new Map(own.map((node) => [node.id, node]))
  return own.flatMap((node) => {
    if (node.removedAt) return []
    const parentId = parentOf(node, byId)
    return parentId === undefined ? [] : [{ ...node, parentId }]
  })
}

/** Job codes of the works among live nodes, in their order, each once. */
export function confirmedWorks(nodes: readonly Pick<ChallengeNode, 'kind' | 'code'>[]): string[] {
  return [...new Set(nodes.flatMap(({ kind, code }) => (kind === 'work' && code ? [code] : [])))]
}

export function isAnswered(node: Pick<ChallengeNode, 'confirmedAt' | 'changedAt' | 'removedAt'>): boolean {
  return Boolean(node.confirmedAt ?? node.changedAt ?? node.removedAt)
}

/**
 * The node above, null for none, undefined when this one goes with what was removed. A wrong cause takes nothing with it:
 * its work may help all the same, and hangs on what the cause hung on. A worry or a work that was wrong takes all below.
 */
function parentOf(node: ChallengeNode, byId: ReadonlyMap<string, ChallengeNode>): string | null | undefined {
  if (node.parentId === null) return null
  const parent = byId.get(node.parentId)
  if (!parent) return null
  if (parent.removedAt && parent.kind !== 'cause') return undefined
  const above = parentOf(parent, byId)
  return parent.removedAt || above === undefined ? above : parent.id
}
