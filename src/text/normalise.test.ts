import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldWithPlaces, forbidden, hiragana, normalise } from './normalise.ts'

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(fc.constantFrom('ー', '-', '〜', 'ｶ', 'ﾞ', 'か', '\u3099', ' ', '　', '\0', '😊', '\ud83d', '\u202e', '㈱'))
    .map((a) => a.join('')),
)

test.each([
  ['ＨＰ', 'hp'],
  ['ﾎｰﾑﾍﾟｰｼﾞ', 'ホームページ'],
  ['サ－ビス', 'サービス'],
  ['サ−ビス', 'サービス'],
  ['すご〜〜い', 'すごーい'],
  ['か\u3099', 'が'],
  ['㈱めぐり', '(株)めぐり'],
  ['０９２‐１２３', '092-123'],
  ['売れ　　 ない', '売れ ない'],
  ['売\u200bれ\u200dない\ufeff', '売れない'],
  ['\0\ud800\u202e', ''],
])('fold %j → %j', (given, folded) => {
  expect(fold(given)).toBe(folded)
})

test('what a form refuses', () => {
  expect(forbidden('売れない😊')).toBeNull()
  expect(forbidden('売れ\0ない')).toBe('nul')
  expect(forbidden('売れ\ud800ない')).toBe('surrogate')
  expect(forbidden('売れ\u202eない')).toBe('bidi')
})

test('normalise gives a text that no form refuses, and changes nothing the second time', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const once = normalise(text)
      return forbidden(once) === null && normalise(once) === once
    }),
  )
})

test('both ways of folding agree, and folding twice changes nothing', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { text: folded } = foldWithPlaces(text)
      return fold(text) === folded && fold(folded) === folded
    }),
  )
})

test('every folded character has a place in the original, in order', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { text: folded, places } = foldWithPlaces(text)
      const ordered = places.every((place, i) => i === 0 || place >= places[i - 1]!)
      return places.length === folded.length + 1 && ordered && places.at(-1) === text.length
    }),
  )
})

test('a match can be shown in the original', () => {
  const given = '㈱山田　ﾎｰﾑﾍﾟｰｼﾞが古い'
  const { text, places } = foldWithPlaces(given)
  const at = text.indexOf('ホームページ')
  expect(given.slice(places[at], places[at + 6])).toBe('ﾎｰﾑﾍﾟｰｼﾞ')
})

test('readings are compared in hiragana', () => {
  expect(hiragana('ゲンカカンリ')).toBe('げんかかんり')
})
