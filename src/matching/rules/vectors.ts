import { jobCodes, taughtNetwork, taughtTerms } from '../../jobcodes/rules/standard.ts'
import { vectorOfRows } from '../../text/linear.ts'
import { scoresOfVector } from '../../text/network.ts'
import { DIMENSIONS, scaled, sumAlong, throwAlong } from '../../text/vector.ts'

/** Longest profile that is read: more says nothing new. */
const LONGEST = 4000
/** Clauses kept; profiles and projects of one market say many things alike. */
const KEPT = 10_000
/** A text whose likeliest work is less likely than this speaks of no work: it is as if nothing was said. */
const SURE = 0.08
/** How much two works have in common by being the same, in one middle group, in one major group. */
const SHARED = [1, 1, 0.5] as const

/** Of each class of the network, one after the other. */
let directions: Float64Array | undefined
/** The rows of a clause's terms in the network, and the weight of each; terms that the network does not know say nothing. */
type Clause = { readonly rows: readonly number[]; readonly weights: readonly number[] }
const clauses = new Map<string, Clause>()

/**
 * One vector for several texts: what work they speak of by what was learned from told worries, each job code along 64 signs of its
 * own and of its groups. So two texts are near that speak of the same work in other words. Zeros where they speak of none.
 * `npm run bench:vectors` compares it with common words. What is read in one clause is remembered, so that a market of fifty
 * thousand is read in a minute.
 */
export function vectorOf(texts: readonly (string | null)[]): Int8Array {
  const network = taughtNetwork()
  const terms = termsIn(texts)
  if (terms.size === 0) return new Int8Array(DIMENSIONS)
  const chances = scoresOfVector(network, vectorOfRows(terms, network.rarity)).map(Math.exp)
  if (chances.reduce((a, b) => Math.max(a, b)) < SURE) return new Int8Array(DIMENSIONS)
  directions ??= Float64Array.from(network.classes.flatMap((code) => [...directionOf(code)]))
  return scaled(sumAlong(directions, chances))
}

function directionOf(code: string): Float64Array {
  const sums = new Float64Array(DIMENSIONS)
  const [major, middle] = jobCodes().ancestors(code)
  for (const [at, name] of [code, middle, major].entries()) if (name) throwAlong(sums, name, SHARED[at]!)
  return sums
}

function termsIn(texts: readonly (string | null)[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>()
  for (const clause of clausesOf(texts)) {
    const { rows, weights } = termsOfClause(clause)
    for (let n = 0; n < rows.length; n++) sums.set(rows[n]!, (sums.get(rows[n]!) ?? 0) + weights[n]!)
  }
  return sums
}

function clausesOf(texts: readonly (string | null)[]): string[] {
  const text = texts.filter(Boolean).join('\n').slice(0, LONGEST)
  return text.split(/[。、，,．!！?？\n「」『』（）()・]/).filter((clause) => clause.trim().length > 1)
}

function termsOfClause(clause: string): Clause {
  let terms = clauses.get(clause)
  if (terms === undefined) {
    const taught = taughtTerms(clause)
    terms = { rows: [...taught.keys()], weights: [...taught.values()] }
    if (clauses.size >= KEPT) clauses.clear()
    clauses.set(clause, terms)
  }
  return terms
}
