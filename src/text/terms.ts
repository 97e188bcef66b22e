import { eachBigram, isKanaPair } from './bigrams.ts'
import type { Synonyms } from './synonyms.ts'
import { wordsWithPlaces } from './words.ts'

/** How much one occurrence of a kind of term says, relative to a content word. */
export type TermWeights = {
  bigram: number
  kanaPair: number
  word: number
  kanji: number
  concept: number
  meaning: number
}

/** For comparing two descriptions of work; chosen by `bench/text.ts`. */
export const SIMILARITY: TermWeights = { bigram: 0.3, kanaPair: 0, word: 1, kanji: 0.5, concept: 0, meaning: 0 }

/** `weight` of its kind; `start` and `end` in the folded text. */
export type Term = { term: string; weight: number; start: number; end: number }

/** The key of a content word, of a single kanji, of a synonym group, of a meaning; bigrams stand for themselves. */
export const WORD = ':'
export const KANJI = '1'
export const CONCEPT = '#'
export const MEANING = '&'

/** The terms of a folded text with repetitions, each with the weight of its kind; kinds of weight 0 are left out. */
export function termsOf(folded: string, weights: TermWeights, synonyms?: Synonyms): Term[] {
  const found: Term[] = []
  const add = (term: string, weight: number, start: number, end: number) => found.push({ term, weight, start, end })
  eachBigram(folded, (bigram, start) => {
    const weight = isKanaPair(bigram) ? weights.kanaPair : weights.bigram
    if (weight > 0) add(bigram, weight, start, start + bigram.length)
  })
  if (weights.word > 0) {
    for (const { text, start, end } of wordsWithPlaces(folded)) add(WORD + text, weights.word, start, end)
  }
  if (weights.kanji > 0) {
    for (let at = 0; at < folded.length; at++)
      if (isKanji(folded.charCodeAt(at))) add(KANJI + folded[at], weights.kanji, at, at + 1)
  }
  if (weights.concept > 0 && synonyms !== undefined) {
    for (const { group, start, end } of synonyms.find(folded))
      add(CONCEPT + synonyms.names[group]!, weights.concept, start, end)
  }
  const meanings = weights.meaning > 0 ? synonyms?.meanings : undefined
  for (const { group, start, end } of meanings?.find(folded) ?? [])
    add(MEANING + meanings!.names[group]!, weights.meaning, start, end)
  return found
}

export function isKanji(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

/** The same terms as a query: each once, with the sum of its weights. */
export function queryOf(terms: readonly Term[]): Map<string, number> {
  const query = new Map<string, number>()
  for (const { term, weight } of terms) query.set(term, (query.get(term) ?? 0) + weight)
  return query
}

const TRIGRAM = '3'
/** A trigram says about as much as a bigram. */
const TRIGRAM_WEIGHT = 0.4

/** A query with the character trigrams of the folded sentences it was made of. */
export function withTrigrams(
  query: ReadonlyMap<string, number>,
  sentences: readonly { readonly folded: string }[],
): Map<string, number> {
  const all = new Map(query)
  for (const { folded } of sentences) {
    for (let at = 0; at + 3 <= folded.length; at++) {
      const term = TRIGRAM + folded.slice(at, at + 3)
      all.set(term, (all.get(term) ?? 0) + TRIGRAM_WEIGHT)
    }
  }
  return all
}
