import { jobCodes, taughtNetwork, termsOfText } from '../../jobcodes/rules/standard.ts'
import { networkScores } from '../../text/network.ts'
import { DIMENSIONS, scaled, throwAlong } from '../../text/vector.ts'

/** Longest profile that is read: more says nothing new. */
const LONGEST = 4000
/** Clauses kept; profiles and projects of one market say many things alike. */
const KEPT = 10_000
/** A text whose likeliest work is less likely than this speaks of no work: it is as if nothing was said. */
const SURE = 0.08
/** How much two works have in common by being the same, in one middle group, in one major group. */
const SHARED = [1, 1, 0.5] as const

let directions: readonly Float64Array[] | undefined
const clauses = new Map<string, ReadonlyMap<string, number>>()

/**
 * One vector for several texts: what work they speak of by what was learned from told worries, each job code along 64 signs of its
 * own and of its groups. So two texts are near that speak of the same work in other words. Zeros where they speak of none.
 * `npm run bench:vectors` compares it with common words. What is read in one clause is remembered, so that a market of fifty
 * thousand is read in a minute.
 */
export function vectorOf(texts: readonly (string | null)[]): Int8Array {
  const network = taughtNetwork()
  const terms = termsIn(texts)
  if (!terms.keys().some((term) => network.vocabulary.has(term))) return new Int8Array(DIMENSIONS)
  const chances = networkScores(network, terms).map(Math.exp)
  if (chances.reduce((a, b) => Math.max(a, b)) < SURE) return new Int8Array(DIMENSIONS)
  directions ??= network.classes.map(directionOf)
  const sums = new Float64Array(DIMENSIONS)
  for (const [work, direction] of directions.entries())
    for (let axis = 0; axis < DIMENSIONS; axis++) sums[axis]! += chances[work]! * direction[axis]!
  return scaled(sums)
}

function directionOf(code: string): Float64Array {
  const sums = new Float64Array(DIMENSIONS)
  const [major, middle] = jobCodes().ancestors(code)
  for (const [at, name] of [code, middle, major].entries()) if (name) throwAlong(sums, name, SHARED[at]!)
  return sums
}

function termsIn(texts: readonly (string | null)[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const clause of clausesOf(texts))
    for (const [term, weight] of termsOfClause(clause)) sums.set(term, (sums.get(term) ?? 0) + weight)
  return sums
}

function clausesOf(texts: readonly (string | null)[]): string[] {
  const text = texts.filter(Boolean).join('\n').slice(0, LONGEST)
  return text.split(/[。、，,．!！?？\n「」『』（）()・]/).filter((clause) => clause.trim().length > 1)
}

function termsOfClause(clause: string): ReadonlyMap<string, number> {
  let terms = clauses.get(clause)
  if (terms === undefined) {
    terms = termsOfText(clause)
    if (clauses.size >= KEPT) clauses.clear()
    clauses.set(clause, terms)
  }
  return terms
}
