import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { ChallengeNode } from '../schema.ts'
import { covers, linesOf } from './lines.ts'

/**
 * Nodes of one reading as they are shown: nothing that was removed, each under what is still there, in order. What comes
 * first and what is not asked for belongs to the main work, which is the first that is left.
 */
export function liveNodes(nodes: readonly ChallengeNode[], reading = 0): ChallengeNode[] {
  const own = nodes.filter((node) => node.reading === reading).sort((a, b) => a.position - b.position)
  const byId = new Map(own.map((node) => [node.id, node]))
  const hung = own.flatMap((node) => {
    if (node.removedAt) return []
    const parentId = parentOf(node, byId)
    return parentId === undefined ? [] : [{ ...node, parentId }]
  })
  const works = hung.filter(({ kind }) => kind === 'work')
  const main = works[0]?.id ?? null
  const names = works.flatMap(({ code }) => (code && jobCodes().leaf(code)?.name) || [])
  return hung.flatMap((node) => {
    if (isOutdated(node, byId)) return []
    if (node.kind !== 'scope' && node.kind !== 'exclusion') return [node]
    if (node.parentId === null) return [{ ...node, parentId: main }]
    const asked = node.kind === 'exclusion' && isMade(node) && covers(node.phrase, names)
    return node.parentId === main && !asked ? [node] : []
  })
}

/** Job codes of the works among live nodes, in their order, each once. */
export function confirmedWorks(nodes: readonly Pick<ChallengeNode, 'kind' | 'code'>[]): string[] {
  return [...new Set(nodes.flatMap(({ kind, code }) => (kind === 'work' && code ? [code] : [])))]
}

export function isAnswered(node: Pick<ChallengeNode, 'confirmedAt' | 'changedAt' | 'removedAt'>): boolean {
  return Boolean(node.confirmedAt ?? node.changedAt ?? node.removedAt)
}

/** A line as the program made it: nobody put it into other words. */
function isMade({ source, changedAt }: ChallengeNode): boolean {
  return source !== 'person' && changedAt === null
}

/** What was said of one job code goes when its work became another. */
function isOutdated(node: ChallengeNode, byId: ReadonlyMap<string, ChallengeNode>): boolean {
  const work = node.parentId === null ? undefined : byId.get(node.parentId)
  return work?.kind === 'work' && isMade(node) && Boolean(node.code && work.code) && node.code !== work.code
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

/**
 * The lines that the main work of a reading lacks: it became another code, or another work came first. Made once: what was
 * taken away is not made again.
 */
export function missingLines(nodes: readonly ChallengeNode[], reading: number) {
  const works = liveNodes(nodes, reading).filter(({ kind }) => kind === 'work')
  const [main] = works
  if (!main?.code) return null
  const there = nodes.some(({ parentId, kind, code, source }) => {
    return parentId === main.id && kind === 'scope' && code === main.code && source === 'code'
  })
  if (there) return null
  const signed = nodes.some(({ parentId, kind, code }) => {
    return parentId === main.id && kind === 'outcome' && code === main.code
  })
  const lines = linesOf(main.code, confirmedWorks(works)).filter(({ kind }) => !(kind === 'outcome' && signed))
  return { under: main, lines }
}

/** What a project takes from a tree; null for lines that its main work never had. */
export function saidOf(nodes: readonly ChallengeNode[], reading: number) {
  const live = liveNodes(nodes, reading)
  const main = live.find(({ kind }) => kind === 'work')
  const texts = (kind: ChallengeNode['kind']) => live.filter((node) => node.kind === kind).map(oneLine)
  const linesFor = (kind: 'scope' | 'exclusion') => {
    const had = nodes.some((node) => node.kind === kind && node.reading === reading && node.parentId === main?.id)
    return had || texts(kind).length > 0 ? texts(kind) : null
  }
  return {
    codes: confirmedWorks(live),
    outcomes: live.filter((node) => node.kind === 'outcome' && isOwn(node)).map(({ text }) => text),
    scope: linesFor('scope'),
    exclusions: linesFor('exclusion'),
    ownExclusions: live.filter((node) => node.kind === 'exclusion' && !isMade(node)).map(oneLine),
  }
}

function oneLine({ text }: ChallengeNode): string {
  return text.replace(/\n+/g, ' ')
}

/** What became different elsewhere is this firm's own aim only when somebody said so. */
function isOwn({ source, confirmedAt, changedAt }: ChallengeNode): boolean {
  return source !== 'case' || confirmedAt !== null || changedAt !== null
}
