import { atOnce } from '../../lib/gradual.ts'
import { type Bm25, best, bm25InPieces, eachOf, type Terms } from '../../text/bm25.ts'
import { type LinearModel, linearScores } from '../../text/linear.ts'
import { fold } from '../../text/normalise.ts'
import type { Synonyms } from '../../text/synonyms.ts'
import { queryOf, termsOf } from '../../text/terms.ts'
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

/** By job code: the terms of what came up when people needed it, as often as they count. Shown nowhere. */
export type Clues = ReadonlyMap<string, Terms>

export type Classifier = (text: string, limit?: number) => Classified[]

/** So much of a pasted interview is read, to stay quick: what it is about has been said by then. */
const LONGEST = 12_000
/** Job codes between two pauses. */
const PIECE = 20

/**
 * Makes the function that answers with the job codes a text speaks of, best first, each with its reason. Four scores are
 * added: all the text of the code by fields, its best single passage, and all that its middle and major group say; what was
 * `learned` from labelled worries multiplies the sum.
 */
export function createClassifier(
  tree: CodeTree,
  synonyms: Synonyms,
  weighing: Weighing = WEIGHING,
  clues: Clues = new Map(),
  learned: LinearModel | null = null,
): Classifier {
  return atOnce(classifierInPieces(tree, synonyms, weighing, clues, learned))
}

/** As createClassifier, with a pause after each piece of the work. */
export function* classifierInPieces(
  tree: CodeTree,
  synonyms: Synonyms,
  weighing: Weighing = WEIGHING,
  clues: Clues = new Map(),
  learned: LinearModel | null = null,
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
  const middles = yield* groupsInPieces(documents, tree.middleOf, weighing)
  const majors = yield* groupsInPieces(documents, tree.majorOf, weighing)
  const passages = createPassages(tree, terms, weighing)
  yield
  const factorsOf = learned && learnedFactors(learned, tree, weighing.learned)

  return (text, limit = 10) => {
    const spoken = readSentences(text.slice(0, LONGEST), synonyms, weighing)
    if (spoken.length === 0) return []
    const query = queryOf(spoken.flatMap((sentence) => sentence.terms))
    const found = bestPassages(passages, spoken, tree.places.length, weighing.further)
    const scores = scoresOf(codes, query)
    const inMiddle = scoresOf(middles, query)
    const inMajor = scoresOf(majors, query)
    const factors = factorsOf?.(query)
    // A code with nothing of its own in common has no reason to show, so its group alone does not bring it in.
    for (let row = 0; row < scores.length; row++) {
      if (found.passage[row]! < 0) scores[row] = 0
      else {
        scores[row]! += weighing.best * found.scores[row]!
        scores[row]! += weighing.middle * inMiddle[tree.middleOf[row]!]! + weighing.major * inMajor[tree.majorOf[row]!]!
        if (factors) scores[row]! *= factors[row]!
      }
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
const EVENED = 0.6

/**
 * How likely each code is by what was learned, beside the likeliest one, for which this is 1: e to the power of `weight` times
 * the distance of their scores in standard deviations. So the scores of different texts stay comparable. A code about which
 * nothing was learned counts as an average one.
 */
function learnedFactors(model: LinearModel, tree: CodeTree, weight: number) {
  const columns = new Map(model.classes.map((code, column) => [code, column]))
  const columnOf = tree.places.map(({ leaf }) => columns.get(leaf.id))
  return (query: ReadonlyMap<string, number>): Float32Array => {
    const scores = linearScores(model, query)
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
    const spread = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length) || 1
    const most = Math.max(...scores)
    return Float32Array.from(columnOf, (column) => {
      const score = column === undefined ? mean : scores[column]!
      return Math.exp((weight * (score - most)) / spread)
    })
  }
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

/** One document for each group of leaves: all that they say. */
function* groupsInPieces(
  documents: readonly (readonly Terms[])[],
  groupOf: Uint16Array,
  { k1 }: Weighing,
): Generator<undefined, Bm25> {
  const groups: Map<string, number>[] = []
  for (const [row, document] of documents.entries()) {
    groups[groupOf[row]!] ??= new Map()
    const group = groups[groupOf[row]!]!
    for (const terms of document) eachOf(terms, (term, count) => group.set(term, (group.get(term) ?? 0) + count))
    if (row % PIECE === 0) yield
  }
  const counted = groups.map((group) => ({ terms: [...group.keys()], counts: [...group.values()] }))
  return yield* bm25InPieces(
    [{ name: 'text', weight: 1, b: 0.6 }],
    counted.map((group) => [group]),
    k1 * 2,
  )
}

function scoresOf(index: Bm25, query: Map<string, number>): Float32Array {
  const scores = new Float32Array(index.size)
  index.addScores(query, scores)
  return scores
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
