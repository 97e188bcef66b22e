import { binsOf, createModel, type PairBins, PRIOR, type TableName, type Weights } from '../src/engine/engine.ts'
import type { Outcome } from '../src/engine/learning/outcomes.ts'
import { examination } from '../src/engine/market/examination.ts'
import { choose } from '../src/engine/simulator/choices.ts'
import { DIMENSION, synthetic } from './synthetic.ts'

export const PLACES = 10
const PROJECTS = 300
/** Projects that a list is made from. */
const LOOKED_INTO = 30

export type Pair = { readonly project: number; readonly bins: PairBins }

/**
 * Outcomes of lists of ten, one for each of `people` synthetic persons. Of thirty projects the five that the prior likes best, each
 * followed by one from anywhere, so that there is something to learn about what the prior would not show.
 */
export function syntheticOutcomes(people: number, seed: number): Outcome[] {
  const { found, pick } = syntheticPairs(people, seed)
  const lists = found.map((own, person) => {
    const best = bestBy(own, PRIOR)
    const [liked, rest] = [best.slice(0, PLACES / 2), best.slice(PLACES / 2)]
    return { person, shown: liked.flatMap((one) => [one, ...rest.splice(pick(rest.length), 1)]) }
  })
  return choose(lists, examination('inv', PLACES), seed)
}

/** By person: thirty projects that may be shown. */
export function syntheticPairs(people: number, seed: number): { found: Pair[][]; pick: (below: number) => number } {
  const { world, talents, someProject, pick } = synthetic(seed)
  const model = createModel({ ...world, side: 'talents', rows: talents(people) })
  const looked = Array.from({ length: people }, () => {
    const projects = new Set<number>()
    while (projects.size < LOOKED_INTO) projects.add(pick(PROJECTS))
    return projects
  })
  const found = looked.map((): Pair[] => [])
  for (let project = 0; project < PROJECTS; project++) {
    const rows = looked.flatMap((projects, row) => (projects.has(project) ? [row] : []))
    const bins = binsOf(model, { ...someProject(), ...someRecord(pick) }, rows)
    for (const [at, row] of rows.entries()) found[row]!.push({ project, bins: bins[at]! })
  }
  return { found, pick }
}

/** The best first, by how some weights score them. */
export function bestBy(pairs: readonly Pair[], weights: Weights): Pair[] {
  return pairs
    .map((pair) => ({ pair, score: scoreOf(pair.bins, weights) }))
    .sort((a, b) => b.score - a.score)
    .map(({ pair }) => pair)
}

function scoreOf(bins: PairBins, { tables }: Weights): number {
  let score = 0
  for (const side of ['apply', 'offer'] as const)
    for (const [name, bin] of Object.entries(bins[side])) score += tables[name as TableName][side][bin]!
  return score
}

function someRecord(pick: (below: number) => number) {
  const [finished, asked] = [pick(5) * pick(3), pick(12)]
  return {
    record: { finished, confirmed: pick(finished + 1) },
    answers: { seenDays: pick(120), asked, answered: pick(asked + 1) },
    text: Array.from({ length: DIMENSION }, () => pick(255) - 127),
  }
}
