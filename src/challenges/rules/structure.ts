import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { head } from '../../text/truncate.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { probableCauses } from './causes.ts'
import { linesOf } from './lines.ts'
import { nearestTo } from './nearest.ts'
import { withSuggested } from './suggested.ts'
import type { SuggestedWork } from './suggestion.ts'
import { type ChallengeNode, type ChallengeTree, nodeOf, type Source } from './tree.ts'

const WORKS = 4
const OTHER_WORKS = 3
const SYMPTOMS = 3
const CAUSES = 2
/** A work this far below the main one is not shown, except as the second. */
const NEAR = 0.55
/** A longer thing said is cut to the clause that matters; a symptom is read on a phone. */
const SHORT = 60
const LONGEST_SYMPTOM = 80

/**
 * A worry as a small tree: the owner's own phrases → probable causes → work that helps → what would be different in three
 * months, what comes first and what is not asked for. Always two: the best reading, then one that starts from other work,
 * out of the text or from what is akin to the first; [] when the text says nothing of work. Every node has a source. The
 * same text and data give the same trees.
 */
export function structure(worry: string, about = '', suggested: readonly SuggestedWork[] = []): ChallengeTree[] {
  const found = withSuggested(candidatesOf(worry, about), suggested, worry)
  if (found.length === 0) return []
  const first = choose(found, WORKS)
  const used = new Set(first.map(({ code }) => code))
  const unused = found.filter(({ code }) => !used.has(code))
  const elsewhere = unused.filter(({ middle }) => middle !== first[0]!.middle)
  const other = choose(
    (elsewhere.length > 0 ? elsewhere : unused).sort((a, b) => b.score - a.score),
    OTHER_WORKS,
  )
  return [first, other.length > 0 ? other : akinTo(first)].map((works) => treeOf(works, suggested))
}

/** The main work, a second one, and up to two more that are near; together for at most three things the owner said. */
function choose(found: readonly Candidate[], most: number): Candidate[] {
  const chosen: Candidate[] = []
  const worries = new Set<number>()
  for (const candidate of found) {
    if (chosen.length === most) break
    const another = !worries.has(candidate.worry.start)
    if (another ? worries.size === SYMPTOMS : chosen.length >= 2 && candidate.score < chosen[0]!.score * NEAR) continue
    if (another && chosen.length >= 2 && candidate.score < chosen[0]!.score * NEAR * NEAR) continue
    worries.add(candidate.worry.start)
    chosen.push(candidate)
  }
  return chosen
}

/** When the text speaks of nothing else: the codes that the data calls akin to the first ones, else their neighbours. */
function akinTo(first: readonly Candidate[]): Candidate[] {
  const codes = jobCodes()
  const [main] = first
  const near = [
    ...first.flatMap(({ code }) => codes.leaf(code)?.related ?? []),
    ...codes.leavesOf(codes.ancestors(main!.code)[0]!).map(({ id }) => id),
  ].filter((code) => !first.some((one) => one.code === code))
  return [...new Set(near)].slice(0, 2).flatMap((code) => {
    const place = codes.place(code)
    if (!place) return []
    const { leaf, middle, major } = place
    const because = { ...main!.because, phrase: nearestTo(main!.because.part.text, leaf.phrases) ?? leaf.name }
    return [{ ...main!, code, name: leaf.name, middle: middle.name, major: major.name, because }]
  })
}

function treeOf(works: readonly Candidate[], suggested: readonly SuggestedWork[]): ChallengeTree {
  const nodes: ChallengeNode[] = []
  const push = (node: ChallengeNode) => {
    const known = nodes.find(({ id }) => id === node.id)
    if (known === undefined) nodes.push(node)
    return known ?? node
  }
  for (const work of works) {
    const symptom = push(symptomOf(work))
    const cause = causeSaidOf(work, symptom, suggested) ?? causeFor(work, symptom, nodes)
    const because = { source: 'code', phrase: work.because.phrase } as const
    const parent = cause === null ? symptom : push(cause)
    push(nodeOf('work', parent, jobCodes().leaf(work.code)!.definition, because, work.code))
  }
  const asked = works.map(({ code }) => code)
  const main = nodes.find(({ kind }) => kind === 'work')!
  const lines = linesOf(main.code!, asked).map(({ kind, text, phrase }) =>
    nodeOf(kind, main, text, { source: 'code', phrase }, main.code),
  )
  return { nodes: [...nodes, ...lines] }
}

function symptomOf({ worry, because }: Candidate): ChallengeNode {
  const chosen = worry.text.length <= SHORT ? worry : because.part
  const phrase = head(chosen.text, LONGEST_SYMPTOM)
  const source: Source = { source: 'owner', phrase, start: chosen.start, end: chosen.start + phrase.length }
  return nodeOf('symptom', null, phrase, source)
}

/** A cause in a model's words, for a work that it chose; it goes by what the owner said. */
function causeSaidOf(work: Candidate, symptom: ChallengeNode, suggested: readonly SuggestedWork[]) {
  const cause = suggested.find(({ code }) => code === work.code)?.cause
  if (cause === undefined) return null
  const { start, end, text: phrase } = work.because.part
  return nodeOf('cause', symptom, cause, { source: 'owner', phrase, start, end }, work.code)
}

/**
 * The cause above a work: the one already there for its middle group, else the group's cause nearest to what was said, else,
 * when two are there, none: the work hangs on the symptom.
 */
function causeFor(work: Candidate, symptom: ChallengeNode, nodes: readonly ChallengeNode[]): ChallengeNode | null {
  const [, middle = ''] = jobCodes().ancestors(work.code)
  const there = nodes.filter(({ kind, parent }) => kind === 'cause' && parent === symptom.id)
  const same = there.find(({ code }) => jobCodes().ancestors(code!)[1] === middle)
  if (same !== undefined) return same
  if (there.length === CAUSES) return null
  const free = (probableCauses().get(middle) ?? []).filter(
    (cause) => !nodes.some((node) => node.kind === 'cause' && node.text === cause),
  )
  const text = nearestTo(`${work.because.part.text} ${work.because.phrase}`, free)
  if (text === undefined) return null
  return nodeOf('cause', symptom, text, { source: 'code', phrase: work.because.phrase }, work.code)
}
