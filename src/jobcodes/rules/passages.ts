import { type Bm25, createBm25 } from '../../text/bm25.ts'
import { foldWithPlaces } from '../../text/normalise.ts'
import { clauses, type Part, sentences } from '../../text/sentences.ts'
import type { Synonyms } from '../../text/synonyms.ts'
import { queryOf, type Term, termsOf } from '../../text/terms.ts'
import { INTRODUCTION, isIntroduction, quietWeight } from './quiet.ts'
import type { Leaf } from './release.ts'
import type { CodeTree } from './tree.ts'
import type { Weighing } from './weighing.ts'

/** One short text of a code that can lead to it by itself; `spoken` when an owner would say it (a phrase, a name). */
export type Passage = { row: number; text: string; terms: readonly string[]; share: number; spoken: boolean }

/** `rows` and `shares` are those of the list once more, close together: every sentence reads them all. */
export type Passages = { list: readonly Passage[]; rows: Int32Array; shares: Float32Array; index: Bm25 }

/** A sentence of the person's own text; `part` says where it stands there, `places` leads from folded to original. */
export type Sentence = { part: Part; folded: string; places: Uint32Array; terms: readonly Term[] }

/** The phrase of the code that led to it, and the part of the person's own text that matched (indices into that text). */
export type Because = { phrase: string; part: Part }

export function createPassages(tree: CodeTree, terms: (text: string) => string[], weighing: Weighing): Passages {
  const list = tree.places.flatMap(({ leaf }, row) => passagesOf(leaf, row, terms, weighing))
  const field = { name: 'text', weight: 1, b: weighing.passageB }
  return {
    list,
    rows: Int32Array.from(list, ({ row }) => row),
    shares: Float32Array.from(list, ({ share }) => share),
    index: createBm25(
      [field],
      list.map((passage) => [passage.terms]),
      weighing.k1,
    ),
  }
}

export function readSentences(text: string, synonyms: Synonyms, weighing: Weighing): Sentence[] {
  const said = unlike(sentences(text))
  const introductions = said.filter((part) => isIntroduction(part.text))
  const read = said.map((part) => {
    const { text: folded, places } = foldWithPlaces(part.text)
    const quiet = quietWeight(folded)
    const whole = introductions.length < said.length && introductions.includes(part) ? INTRODUCTION : 1
    const terms = termsOf(folded, weighing.terms, synonyms)
    return {
      ...{ part, folded, places },
      terms: terms.map((term) => ({ ...term, weight: term.weight * whole * quiet(term.start) })),
    }
  })
  return read.filter(({ terms }) => terms.length > 0)
}

/** What is said again says nothing new, and a long interview has said what it is about after so many sentences. */
const MOST_SENTENCES = 160

function unlike(said: readonly Part[]): Part[] {
  const seen = new Set<string>()
  return said.filter(({ text }) => !seen.has(text) && seen.add(text)).slice(0, MOST_SENTENCES)
}

export type Best = {
  /** By row of code: the score of its best passage, and the damped scores for further sentences. */
  scores: Float32Array
  /** By row of code: which passage and which sentence, −1 for none. */
  passage: Int32Array
  sentence: Int32Array
}

/**
 * For every code its best passage for the best sentence. A passage counts by what it shares with the sentence times how much
 * of the sentence that is: one common word of daily life says little, a near repetition says nearly all.
 */
export function bestPassages(passages: Passages, spoken: readonly Sentence[], size: number, further: number): Best {
  const found = {
    scores: new Float32Array(size),
    passage: new Int32Array(size).fill(-1),
    sentence: new Int32Array(size),
  }
  const { rows, shares } = passages
  const highest = new Float32Array(size)
  const raw = new Float32Array(rows.length)
  const top = new Float32Array(size)
  const topPassage = new Int32Array(size)
  spoken.forEach((sentence, number) => {
    const query = queryOf(sentence.terms)
    let whole = 0
    for (const [term, weight] of query) whole += weight * passages.index.idf(term)
    raw.fill(0)
    top.fill(0)
    passages.index.addScores(query, raw)
    for (let i = 0; i < raw.length; i++) {
      if (raw[i] === 0) continue
      const row = rows[i]!
      const score = (shares[i]! * raw[i]! * raw[i]!) / whole
      if (score <= top[row]!) continue
      top[row] = score
      topPassage[row] = i
    }
    for (let row = 0; row < size; row++) {
      found.scores[row]! += further * top[row]!
      if (top[row]! <= highest[row]!) continue
      highest[row] = top[row]!
      found.passage[row] = topPassage[row]!
      found.sentence[row] = number
    }
  })
  for (let row = 0; row < size; row++) found.scores[row]! += (1 - further) * highest[row]!
  return found
}

/**
 * What to show a person as the reason: the best passage, or, when that is the language of experts, the phrase of the same code
 * that has at least half as much in common with the sentence.
 */
export function readable(passages: Passages, best: number, sentence: Sentence): Passage {
  const first = passages.list[best]!
  if (first.spoken) return first
  const weights = new Map<string, number>()
  for (const { term, weight } of sentence.terms) weights.set(term, weight * passages.index.idf(term))
  const common = (passage: Passage) => {
    let sum = 0
    for (const term of new Set(passage.terms)) sum += weights.get(term) ?? 0
    return sum
  }
  let found = first
  let most = common(first) / 2
  for (let i = best - 1; i >= 0 && passages.list[i]!.row === first.row; i--) {
    const score = passages.list[i]!.spoken ? common(passages.list[i]!) : 0
    if (score < most) continue
    most = score
    found = passages.list[i]!
  }
  return found
}

/** Which part of the sentence it was: the clause with most in common with the passage. */
export function becauseOf(passage: Passage, sentence: Sentence): Because {
  const wanted = new Set(passage.terms)
  const common = sentence.terms.filter(({ term }) => wanted.has(term))
  let part: Part = { start: 0, end: sentence.folded.length, text: sentence.folded }
  let most = 0
  for (const clause of clauses(sentence.folded)) {
    const inside = common.filter(({ start, end }) => start >= clause.start && end <= clause.end)
    const weight = inside.reduce((sum, term) => sum + term.weight, 0)
    if (weight <= most) continue
    most = weight
    part = clause
  }
  const start = sentence.places[part.start]!
  const end = sentence.places[part.end]!
  const { start: offset, text } = sentence.part
  return { phrase: passage.text, part: { start: offset + start, end: offset + end, text: text.slice(start, end) } }
}

function passagesOf(leaf: Leaf, row: number, terms: (text: string) => string[], { passage }: Weighing): Passage[] {
  const of = (texts: readonly string[], share: number, spoken: boolean) =>
    texts.map((text) => ({ row, text, terms: terms(text), share, spoken }))
  return [
    ...of(leaf.phrases, passage.phrase, true),
    ...of([leaf.name, ...leaf.synonyms], passage.label, true),
    ...of([leaf.definition], passage.definition, false),
    ...of([...leaf.includes, ...leaf.tasks], passage.task, false),
  ]
}
