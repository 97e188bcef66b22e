import { eachBigramPlace, isHiragana } from './bigrams.ts'
import type { Synonyms } from './synonyms.ts'
import { CONCEPT, isKanji, KANJI, MEANING, type TermWeights, WORD } from './terms.ts'
import { wordsWithPlaces } from './words.ts'

/**
 * Reads the terms of a folded text that a vocabulary knows, as its rows: `queryOf(termsOf(folded, …))` without the others and with rows
 * for terms, in the same order and with the same sums. No text is made of a term to look it up, which is most of the work
 * otherwise.
 */
export function rowReader(vocabulary: ReadonlyMap<string, number>, weights: TermWeights, synonyms: Synonyms) {
  const pairs = new Map<number, number>()
  const words = new Map<string, number>()
  for (const [term, row] of vocabulary) {
    if (term.length === 2) pairs.set(pairOf(term.charCodeAt(0), term.charCodeAt(1)), row)
    if (term.startsWith(WORD)) words.set(term.slice(WORD.length), row)
  }
  const rowsOfNames = (key: string, names: readonly string[]) => names.map((name) => vocabulary.get(key + name))
  const concepts = weights.concept > 0 ? rowsOfNames(CONCEPT, synonyms.names) : []
  const { meanings } = synonyms
  const meant = weights.meaning > 0 ? rowsOfNames(MEANING, meanings?.names ?? []) : []
  const kanji = KANJI.charCodeAt(0)

  return (folded: string): Map<number, number> => {
    const found = new Map<number, number>()
    const add = (row: number | undefined, weight: number) => {
      if (row !== undefined && weight > 0) found.set(row, (found.get(row) ?? 0) + weight)
    }
    eachBigramPlace(folded, (start, end) => {
      const [first, second] = [folded.charCodeAt(start), folded.charCodeAt(start + 1)]
      if (end - start !== 2) add(vocabulary.get(folded.slice(start, end)), weights.bigram)
      else
        add(
          pairs.get(pairOf(first, second)),
          isHiragana(first) && isHiragana(second) ? weights.kanaPair : weights.bigram,
        )
    })
    if (weights.word > 0) for (const { text } of wordsWithPlaces(folded)) add(words.get(text), weights.word)
    for (let at = 0; at < folded.length; at++) {
      const code = folded.charCodeAt(at)
      if (isKanji(code)) add(pairs.get(pairOf(kanji, code)), weights.kanji)
    }
    if (concepts.length > 0) for (const { group } of synonyms.find(folded)) add(concepts[group], weights.concept)
    if (meant.length > 0) for (const { group } of meanings?.find(folded) ?? []) add(meant[group], weights.meaning)
    return found
  }
}

function pairOf(first: number, second: number): number {
  return (first << 16) | second
}
