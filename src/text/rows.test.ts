import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './normalise.ts'
import { rowReader } from './rows.ts'
import { createSynonyms } from './synonyms.ts'
import { queryOf, type TermWeights, termsOf } from './terms.ts'

const synonyms = {
  ...createSynonyms([
    ['ホームページ', 'HP', 'サイト'],
    ['若手', '若い衆'],
  ]),
  meanings: createSynonyms([['人が続かない', '辞めて', '続かん']]),
}
const weights: TermWeights = { bigram: 0.4, kanaPair: 0.05, word: 1.2, kanji: 0.8, concept: 1.9, meaning: 0.5 }
const parts = [
  '若い衆',
  'が続かん。',
  'HP',
  'ｻｲﾄ',
  '原価管理',
  '、',
  'して',
  '辞めて',
  'を',
  '😊',
  '1人',
  '①',
  'ー',
  '人',
  '𠮷野',
]
const texts = fc.array(fc.constantFrom(...parts)).map((some) => fold(some.join('')))
const plain = (folded: string, own: TermWeights) => queryOf(termsOf(folded, own, synonyms))
/** Every second term that can come up, so that others are unknown. */
const terms = [...plain(fold(parts.join(' ') + parts.toReversed().join('')), weights).keys()]
const vocabulary = new Map(terms.filter((_, at) => at % 2 === 0).map((term, row) => [term, row]))

test.each([
  weights,
  { ...weights, kanaPair: 0, word: 0 },
  { ...weights, kanji: 0, concept: 0, meaning: 0 },
])('the rows of a text are those of its terms, with the same sums in the same order', (own) => {
  const read = rowReader(vocabulary, own, synonyms)
  fc.assert(
    fc.property(texts, (folded) => {
      const known = [...plain(folded, own)].flatMap(([term, sum]) => {
        const row = vocabulary.get(term)
        return row === undefined ? [] : [[row, sum]]
      })
      expect([...read(folded)]).toEqual(known)
    }),
  )
})
