import { atOnce } from '../../lib/gradual.ts'
import { best, bm25InPieces, type Terms } from '../../text/bm25.ts'
import { type LinearModel, linearScores } from '../../text/linear.ts'
import { type Network, networkScores } from '../../text/network.ts'
import { fold } from '../../text/normalise.ts'
import type { Synonyms } from '../../text/synonyms.ts'
import { queryOf, termsOf, withTrigrams } from '../../text/terms.ts'
import { type Because, becauseOf, bestPassages, createPassages, readable, readSentences } from './passages.ts'
import type { CodeTree, Place } from './tree.ts'
import { WEIGHING, type Weighing } from './weighing.ts'

export type Classified = {
  code: string
  name: string
  /** Names of the middle and major group. */
  middle: string
  major: string
  /** Comparable within one answer and between answers for texts of like length; above 0. */
  score: number
  because: Because
}

/** What was learned from labelled worries, in two ways that err differently. */
export type Learned = { readonly separation: LinearModel; readonly network: Network }

/** By job code: the terms of what came up when people needed it, as often as they count. Shown nowhere. */
export type Clues = ReadonlyMap<string, Terms>

export type Classifier = (text: string, limit?: number) => Classified[]

/** So much of a pasted interview is read, to stay quick: what it is about has been said by then. */
const LONGEST = 12_000
/** Job codes between two pauses. */
const PIECE = 20

/**
 * Makes the function that answers with the job codes a text speaks of, best first, each with its reason. Two scores are
 * added: all the text of the code by fields, and its best single passage; what was `learned` from labelled worries multiplies
 * the sum.
 */
export function createClassifier(
  tree: CodeTree,
  synonyms: Synonyms,
  weighing: Weighing = WEIGHING,
  clues: Clues = new Map(),
  learned: Learned | null = null,
): Classifier {
  return atOnce(classifierInPieces(tree, synonyms, weighing, clues, learned))
}

/** As createClassifier, with a pause after each piece of the work. */
export function* classifierInPieces(
  tree: CodeTree,
  synonyms: Synonyms,
  weighing: Weighing = WEIGHING,
  clues: Clues = new Map(),
  learned: Learned | null = null,
): Generator<undefined, Classifier> {
  const cluesOf = ({ leaf }: Place) => clues.get(leaf.id) ?? []
  const terms = remembered((text) => termsIn(text, synonyms, weighing))
  // Reading the texts is most of the work; the indexes below then know every one of them.
  for (const [row, place] of tree.places.entries()) {
    for (const text of fieldTexts(place).flat()) terms(text)
    if (row % PIECE === 0) yield
  }
  const documents = tree.places.map((place) => [
    ...fieldTexts(place).map((texts): Terms => texts.flatMap(terms)),
    cluesOf(place),
  ])
  const codes = yield* bm25InPieces(weighing.fields, documents, weighing.k1)
  const passages = createPassages(tree, terms, weighing)
  yield
  const factorsOf = learned && learnedFactors(learned, tree, weighing)

  return (text, limit = 10) => {
    const spoken = readSentences(text.slice(0, LONGEST), synonyms, weighing)
    if (spoken.length === 0) return []
    const query = queryOf(spoken.flatMap((sentence) => sentence.terms))
    const found = bestPassages(passages, spoken, tree.places.length, weighing.further)
    const scores = new Float32Array(codes.size)
    codes.addScores(query, scores)
    const factors = factorsOf?.(query, withTrigrams(query, spoken))
    for (let row = 0; row < scores.length; row++) {
      // A code with nothing of its own in common has no reason to show.
      if (found.passage[row]! < 0) scores[row] = 0
      else scores[row] = (scores[row]! + weighing.best * found.scores[row]!) * (factors?.[row] ?? 1)
    }
    return best(scores, limit).map(({ row, score }) => {
      const { leaf, middle, major } = tree.places[row]!
      const sentence = spoken[found.sentence[row]!]!
      return {
        ...{ code: leaf.id, name: leaf.name, middle: middle.name, major: major.name },
        score: Number((score ** EVENED).toPrecision(4)),
        because: becauseOf(readable(passages, found.passage[row]!, sentence), sentence),
      }
    })
  }
}

/** What was learned sets the likeliest far apart from the others, farther than they are for a reader; the order stays. */
const EVENED = 0.29

/**
 * How likely each code is by what was learned, beside the likeliest one: e to the power of its distance from that one, in
 * standard deviations of what separates the codes and in logarithms of what the network takes for their chances, each with its
 * weight. So the scores of different texts stay comparable. A code about which nothing was learned counts as an average one.
 */
function learnedFactors({ separation, network }: Learned, tree: CodeTree, weighing: Weighing) {
  const separated = byRow(separation.classes, tree)
  const taught = byRow(network.classes, tree)
  return (query: ReadonlyMap<string, number>, terms: ReadonlyMap<string, number>): Float32Array => {
    const scores = linearScores(separation, query)
    const mean = meanOf(scores)
    let squares = 0
    for (const score of scores) squares += (score - mean) ** 2
    const spread = Math.sqrt(squares / scores.length) || 1
    const own = separated(scores, mean)
    const chances = networkScores(network, terms)
    const likely = taught(chances, meanOf(chances))
    let most = Number.NEGATIVE_INFINITY
    for (let row = 0; row < own.length; row++) {
      own[row] = (weighing.separation * own[row]!) / spread + weighing.network * likely[row]!
      most = Math.max(most, own[row]!)
    }
    for (let row = 0; row < own.length; row++) own[row] = Math.exp(own[row]! - most)
    return own
  }
}

/** Scores of the classes of a model in the order of the tree's rows; `other` for a row that is none of them. */
function byRow(classes: readonly string[], tree: CodeTree): (scores: Float32Array, other: number) => Float32Array {
  const columns = new Map(classes.map((code, column) => [code, column]))
  const columnOf = Int32Array.from(tree.places, ({ leaf }) => columns.get(leaf.id) ?? -1)
  return (scores, other) => {
    const inOrder = new Float32Array(columnOf.length).fill(other)
    for (let row = 0; row < columnOf.length; row++) if (columnOf[row]! >= 0) inOrder[row] = scores[columnOf[row]!]!
    return inOrder
  }
}

function meanOf(scores: Float32Array): number {
  let sum = 0
  for (const score of scores) sum += score
  return sum / scores.length
}

/** The terms of a text as the indexes know them. */
export function termsIn(text: string, synonyms: Synonyms, { terms }: Weighing = WEIGHING): string[] {
  return termsOf(fold(text), terms, synonyms).map(({ term }) => term)
}

function fieldTexts({ leaf, middle, major }: Place): string[][] {
  const about = [leaf.definition, ...leaf.includes]
  const done = [...leaf.tasks, ...leaf.deliverables, ...leaf.skills]
  return [leaf.phrases, leaf.synonyms, [leaf.name], about, done, [middle.name, major.name]]
}

/** The same texts go into several indexes while they are made. */
function remembered(terms: (text: string) => string[]): (text: string) => string[] {
  const known = new Map<string, string[]>()
  return (text) => {
    let found = known.get(text)
    if (found === undefined) {
      found = terms(text)
      known.set(text, found)
    }
    return found
  }
}
