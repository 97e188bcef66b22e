import { sentences } from '../../text/sentences.ts'
import { head } from '../../text/truncate.ts'
import type { ChallengeNode } from '../schema.ts'
import { type ChallengeTree, nodeOf } from './tree.ts'

/** What a published case says: as much as a tree cites. */
export type CitedCase = {
  readonly number: number
  readonly title: string
  readonly result: string
  readonly outcome: string
  readonly shownCodes: readonly string[]
}

const CITED = ['reached', 'partly']
/** A result is read on a phone. */
const LONGEST = 80

/**
 * The trees, each with what became different at one other company that had the same work done: the first of the cases
 * (nearest first) that came to something, under its work. What a case asked for besides is not what it tells of.
 */
export function withCases(trees: readonly ChallengeTree[], cases: readonly CitedCase[]): ChallengeTree[] {
  return trees.map((tree) => withCase(tree, cases))
}

function withCase({ nodes }: ChallengeTree, cases: readonly CitedCase[]): ChallengeTree {
  for (const one of cases.filter(({ outcome }) => CITED.includes(outcome))) {
    const work = nodes.find(({ kind, code }) => kind === 'work' && code === one.shownCodes[0])
    const [said] = sentences(one.result)
    if (!work || !said || nodes.some(({ text }) => text === said.text)) continue
    const because = { source: 'case', phrase: `${one.number} ${one.title}` } as const
    return { nodes: [...nodes, nodeOf('outcome', work, head(said.text, LONGEST), because, work.code)] }
  }
  return { nodes }
}

/** The number of the case that a line cites; null for any other line. */
export function citedNumber({ source, phrase }: Pick<ChallengeNode, 'source' | 'phrase'>): number | null {
  const number = source === 'case' ? /^(\d+) /.exec(phrase)?.[1] : undefined
  return number === undefined ? null : Number(number)
}

/** The lines without those of cases that are published no longer: their sides took the words back. */
export function withoutWithdrawn<N extends Pick<ChallengeNode, 'source' | 'phrase' | 'changedAt'>>(
  nodes: readonly N[],
  published: ReadonlyMap<number, unknown>,
): N[] {
  return nodes.filter((node) => {
    const number = citedNumber(node)
    return number === null || published.has(number) || node.changedAt !== null
  })
}
