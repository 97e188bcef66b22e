import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bigrams, isKanaPair } from './bigrams.ts'
import { fold } from './normalise.ts'
import { clauses, sentences } from './sentences.ts'
import { graphemeCount, head, truncate } from './truncate.ts'
import { words, wordsWithPlaces } from './words.ts'

const anything = fc.string({ unit: 'binary' })

test('bigrams keep ASCII runs whole and stop at punctuation', () => {
  expect(bigrams('原価管理')).toEqual(['原価', '価管', '管理'])
  expect(bigrams('ecサイト')).toEqual(['ec', 'サイ', 'イト'])
  expect(bigrams('tech')).toEqual(['tech'])
  expect(bigrams('米、酒😊😊')).toEqual(['米', '酒'])
  expect(bigrams('iso14001を')).toEqual(['iso14001', 'を'])
  expect(isKanaPair('して')).toBe(true)
  expect(isKanaPair('売れ')).toBe(false)
})

test('content words leave grammar out', () => {
  expect(words(fold('職人の手作業ばかりで、ひとつ作るのに'))).toEqual(['職人', '手作業', 'ひとつ', '作る'])
})

test('sentences and clauses are cut from the text', () => {
  expect(sentences('売れない。人が来ん！\n\n😊').map(({ text }) => text)).toEqual(['売れない', '人が来ん'])
  expect(clauses('機械も古いし給料も上げられん、どうしたら').map(({ text }) => text)).toEqual([
    '機械も古いし給料も上げられん',
    'どうしたら',
  ])
  expect(clauses('腕はあるけど売れない').map(({ text }) => text)).toEqual(['腕はあるけど', '売れない'])
})

test('truncate never cuts a character in two', () => {
  expect(truncate('売れない', 4)).toBe('売れない')
  expect(truncate('売れないので困る', 4)).toBe('売れな…')
  expect(truncate('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 2)).toBe('👨‍👩‍👧…')
  expect(truncate('👨‍👩‍👧👨‍👩‍👧', 2)).toBe('👨‍👩‍👧👨‍👩‍👧')
  expect(head('👨‍👩‍👧売れない', 2)).toBe('👨‍👩‍👧売')
})

test('truncate keeps to its limit, whatever the string', () => {
  fc.assert(fc.property(anything, fc.nat(20), (text, limit) => graphemeCount(truncate(text, limit)) <= limit))
})

test('parts stand where they say, whatever the string', () => {
  const stands = (text: string) => (part: { start: number; end: number; text: string }) =>
    text.slice(part.start, part.end) === part.text && part.text !== ''
  fc.assert(
    fc.property(anything, (text) => {
      const folded = fold(text)
      return (
        sentences(text).every(stands(text)) &&
        clauses(text).every(stands(text)) &&
        wordsWithPlaces(folded).every(stands(folded))
      )
    }),
  )
})
