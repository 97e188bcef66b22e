import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseNumber, parsePay, parseYen } from './number.ts'

test.each([
  ['３万', 30_000],
  ['三万円', 30_000],
  ['1,000円', 1_000],
  ['１，０００円', 1_000],
  ['1、000', 1_000],
  ['1.5万', 15_000],
  ['2万5千', 25_000],
  ['二万五千円', 25_000],
  ['百二十', 120],
  ['千', 1_000],
  ['二千五百', 2_500],
  ['二〇二六', 2_026],
  ['三〇〇〇〇', 30_000],
  ['一億二千万', 120_000_000],
  ['壱万円', 10_000],
  ['約3万円くらい', 30_000],
  ['月10時間', 10],
  ['¥30,000', 30_000],
  ['－５', -5],
  ['0', 0],
  [' 30000 ', 30_000],
])('%s is %d', (text, value) => {
  expect(parseNumber(text)).toBe(value)
})

test.each([
  '',
  '円',
  'わからない',
  '3万5',
  '三万五',
  '1,00',
  '1,0000',
  '万',
  '3万2万',
  '2千3千',
  '1.2.3',
  '10〜20',
  '\0',
  '五十百',
])('%j is no clear number', (text) => {
  expect(parseNumber(text)).toBeNull()
})

test.each([
  ['３万', 30_000],
  ['約３万円くらい', 30_000],
  ['￥３０，０００－', 30_000],
  ['30,000円（税別）', 30_000],
  ['税込３万３千円', 33_000],
  ['三万円', 30_000],
  ['5千', 5_000],
])('%s is an amount of %d yen', (text, value) => {
  expect(parseYen(text)).toBe(value)
})

test.each([
  '時給5000',
  '月給30万',
  '日給1万円',
  '月3万円',
  '1時間5000円',
  '5000円から',
  '3万円以上',
  '5000円/時',
  '12時間',
])('%s says more than an amount', (text) => {
  expect(parseYen(text)).toBeNull()
})

const KANJI = [...'〇一二三四五六七八九']

function inKanji(value: number): string {
  const under = (part: number) =>
    [1000, 100, 10, 1]
      .map((unit, i) => {
        const digit = Math.floor(part / unit) % 10
        return digit === 0 ? '' : (digit === 1 && unit > 1 ? '' : KANJI[digit]) + ['千', '百', '十', ''][i]!
      })
      .join('')
  const high = Math.floor(value / 10_000)
  return (high > 0 ? `${under(high)}万` : '') + under(value % 10_000)
}

test('what is written in kanji is read again, but for 「…万五」, which people mean in two ways', () => {
  const numbers = fc
    .integer({ min: 1, max: 99_999_999 })
    .filter((value) => value < 10_000 || value % 10_000 === 0 || value % 10_000 >= 10)
  fc.assert(fc.property(numbers, (value) => parseNumber(inKanji(value)) === value))
})

test('what is written with commas is read again', () => {
  fc.assert(fc.property(fc.nat(999_999_999), (value) => parseNumber(`${value.toLocaleString('en')}円`) === value))
})

test('never throws, never answers with something else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const value = parseNumber(text)
      return value === null || Number.isFinite(value)
    }),
  )
})

test.each([
  ['月3万円', 30_000, 'month'],
  ['月に三万円くらい', 30_000, 'month'],
  ['月額３０，０００円', 30_000, 'month'],
  ['1か月あたり3万', 30_000, 'month'],
  ['30,000円/月', 30_000, 'month'],
  ['時給5000', 5000, 'hour'],
  ['1時間5000円', 5000, 'hour'],
  ['一時間あたり2千円', 2000, 'hour'],
  ['3,000円／時間', 3000, 'hour'],
] as const)('%s is paid for a %s', (text, amount, per) => {
  expect(parsePay(text)).toEqual({ amount, per })
})

test.each([
  '3万円',
  '',
  '月',
  '時給',
  '月3万5',
  '月と時給',
  '来月3万円',
  '日当8000円',
  '月'.repeat(200),
])('%s is not', (text) => {
  expect(parsePay(text)).toBeNull()
})
