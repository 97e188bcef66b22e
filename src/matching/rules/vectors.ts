import { jobCodes, taughtNetwork, taughtTerms } from '../../jobcodes/rules/standard.ts'
import { WEIGHING } from '../../jobcodes/rules/weighing.ts'
import { vectorOfRows } from '../../text/linear.ts'
import { scoresOfVector } from '../../text/network.ts'
import { fold } from '../../text/normalise.ts'
import { type OwnSpace, placeIn, type Said } from '../../text/own-space.ts'
import { queryOf, termsOf } from '../../text/terms.ts'
import { DIMENSIONS, scaled, sumAlong, throwAlong } from '../../text/vector.ts'

/** Longest profile that is read: more says nothing new. */
const LONGEST = 4000
/** Clauses kept; profiles and projects of one market say many things alike. */
const KEPT = 10_000
/** A text whose likeliest work is less likely than this speaks of no work: it is as if nothing was said. */
const SURE = 0.08
/** Works less likely than this say nothing in a space. */
const LEAST_CHANCE = 0.001
/** How much two works have in common by being the same, in one middle group, in one major group. */
const SHARED = [1, 1, 0.5] as const

/** Of each class of the network, one after the other. */
let directions: Float64Array | undefined
/** The rows of a clause's terms in the network, and the weight of each; terms that the network does not know say nothing. */
type Clause = { readonly rows: readonly number[]; readonly weights: readonly number[] }
const clauses = new Map<string, Clause>()
/** The terms of a clause that stand in it and say something themselves. */
const WORDS = { ...WEIGHING.terms, kanaPair: 0, concept: 0, meaning: 0 }
const words = new Map<string, ReadonlyMap<string, number>>()

/**
 * One vector for several texts. In a space that was learned on the instance's own texts (decision 047) by what they say and the work they
 * speak of. Without one by the work alone: each job code along 64 signs of its own and of its groups, so that two texts are near that
 * speak of the same work in other words. Zeros where they say nothing. `npm run bench:vectors` compares both with common words.
 * What is read in one clause is remembered, so that a market of fifty thousand is read in a minute.
 */
export function vectorOf(texts: readonly (string | null)[], space: OwnSpace | null = null): Int8Array {
  if (space !== null) return placeIn(space, saidIn(texts))
  const chances = chancesOf(texts)
  if (chances === null) return new Int8Array(DIMENSIONS)
  directions ??= Float64Array.from(taughtNetwork().classes.flatMap((code) => [...directionOf(code)]))
  return scaled(sumAlong(directions, chances))
}

/** What texts say as a space takes it: their words and pairs of letters, and about which job codes and groups of them they are. */
export function saidIn(texts: readonly (string | null)[]): Said {
  const terms = new Map<string, number>()
  for (const clause of clausesOf(texts))
    for (const [term, weight] of wordsOfClause(clause)) terms.set(term, (terms.get(term) ?? 0) + weight)
  const about = new Map<string, number>()
  for (const [work, chance] of (chancesOf(texts) ?? []).entries()) {
    if (chance < LEAST_CHANCE) continue
    for (const [at, name] of namesOf(taughtNetwork().classes[work]!).entries())
      about.set(name, (about.get(name) ?? 0) + chance * SHARED[at]!)
  }
  return { terms, about }
}

/** How likely each work is by what was learned from told worries; null where no work is spoken of. */
function chancesOf(texts: readonly (string | null)[]): Float32Array | null {
  const network = taughtNetwork()
  const terms = termsIn(texts)
  if (terms.size === 0) return null
  const chances = scoresOfVector(network, vectorOfRows(terms, network.rarity)).map(Math.exp)
  return chances.reduce((a, b) => Math.max(a, b)) < SURE ? null : chances
}

function directionOf(code: string): Float64Array {
  const sums = new Float64Array(DIMENSIONS)
  for (const [at, name] of namesOf(code).entries()) throwAlong(sums, name, SHARED[at]!)
  return sums
}

/** A code, its middle group and its major group. */
function namesOf(code: string): string[] {
  const [major, middle] = jobCodes().ancestors(code)
  return [code, middle, major].filter((name) => name !== undefined)
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

function wordsOfClause(clause: string): ReadonlyMap<string, number> {
  let known = words.get(clause)
  if (known === undefined) {
    known = queryOf(termsOf(fold(clause), WORDS))
    if (words.size >= KEPT) words.clear()
    words.set(clause, known)
  }
  return known
}
