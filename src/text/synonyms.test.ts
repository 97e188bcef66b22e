import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeGroups } from './dictionary.ts'
import { fold } from './normalise.ts'
import { createSynonyms } from './synonyms.ts'

const synonyms = createSynonyms([
  ['ホームページ', 'HP', 'サイト', 'ウェブ'],
  ['ネット販売', 'EC', '電子商取引', 'ECサイト'],
  ['若手', '若い衆'],
  ['求人', '若い衆'],
])
const found = (text: string) => synonyms.find(fold(text)).map(({ group }) => synonyms.names[group])

test('words of one meaning lead to one group', () => {
  expect(found('ＨＰが古い')).toEqual(['ホームページ'])
  expect(found('うちのサイトが古い')).toEqual(['ホームページ'])
  expect(found('若い衆が続かん')).toEqual(['若手', '求人'])
})

test('the longest word wins; words of ASCII or katakana stand alone', () => {
  expect(found('ECサイトを作りたい')).toEqual(['ネット販売'])
  expect(found('TECHの会社')).toEqual([])
  expect(found('サイトシーイング')).toEqual([])
  expect(found('ホームページ')).toEqual(['ホームページ'])
})

test('places are places in the folded text, without overlap, whatever the string', () => {
  const text = fc
    .array(fc.constantFrom('HP', 'サイト', 'EC', '若い衆', 'が', '\0', '😊', 'ト'))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (given) => {
      const folded = fold(given)
      let last = { start: 0, end: 0 }
      return synonyms.find(folded).every(({ start, end }) => {
        const fits = (start >= last.end || (start === last.start && end === last.end)) && end <= folded.length
        last = { start, end }
        return fits
      })
    }),
  )
})

const item = (midashi: string, expandControl = 0, bunya: string[] = []) => ({ midashi, expandControl, bunya })

test('the traps of the dictionary are out', () => {
  const groups = safeGroups(
    [
      {
        items: [item('欧州共同体', 0, ['組織名']), item('EC', 1, ['組織名']), item('ヨーロッパ共同体', 0, ['組織名'])],
      },
      { items: [item('電子商取引', 0, ['IT']), item('EC', 1, ['IT']), item('エレクトロニックコマース', 0, ['IT'])] },
      { items: [item('曖昧'), item('あいまい'), item('不明確')] },
      { items: [item('在庫'), item('ストック', 1)] },
      { items: [item('給料'), item('サラリー'), item('禁句')] },
    ],
    ['禁句'],
  )
  expect(groups).toEqual([
    ['電子商取引', 'エレクトロニックコマース'],
    ['曖昧', 'あいまい', '不明確'],
    ['給料', 'サラリー'],
  ])
})
