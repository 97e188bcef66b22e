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

/** Letter by letter, nothing remembered: the reference for what goes in one go. */
function foldedSlowly(text: string): string {
  let folded = ''
  let last = ''
  for (let at = 0; at < text.length; ) {
    let end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1)
    while (end < text.length && text.charCodeAt(end) > 0x2ff && /[\p{M}\uff9e\uff9f]/u.test(text[end]!)) end++
    const piece = spelledSlowly(text.slice(at, end), last)
    const kept = (piece === ' ' || piece === 'ー') && last === piece ? '' : piece
    folded += kept
    if (kept !== '') last = kept.at(-1)!
    at = end
  }
  return folded
}

function spelledSlowly(chunk: string, last: string): string {
  if (forbidden(chunk) !== null) return ''
  const invisible = /\u00ad|[\u200b-\u200d]|\u2060|[\ufe00-\ufe0f]|\ufeff/g
  const piece = chunk.normalize('NFKC').toLowerCase().normalize('NFKC').replace(invisible, '')
  if (/^[-\u2010-\u2015\u2212\u2500\u2501\ufe63~\u301c\u3030]$/.test(piece))
    return /^[\u3041-\u3096\u30a1-\u30fc]$/.test(last) ? 'ー' : '-'
  return /^\s+$/.test(piece) ? ' ' : piece
}

test('a text in one go is as letter by letter', () => {
  fc.assert(fc.property(anything, (text) => foldedSlowly(text) === fold(text)))
})

test('katakana is hiragana letter by letter', () => {
  expect(hiragana('ゲンカとヴァ・ヷー')).toBe('げんかとゔぁ・ヷー')
})
