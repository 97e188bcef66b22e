import { expect, test } from 'vitest'
import { oddsInWords } from './odds.ts'
import { appliedInWords } from './standing.ts'

test('odds are said with their two numbers, and not of fewer than five people', () => {
  expect(oddsInWords('原価管理', { answered: 12, wanted: 3, people: 4 })).toBe(null)
  expect(oddsInWords('原価管理', { answered: 12, wanted: 3, people: 5 })).toContain('応募12件のうち、3件が')
})

test.each([
  [0, null, 'まだ応募はありません。'],
  [4, null, 'いままでに4人が応募しました。'],
  [4, 10, 'いままでに4人が応募しました。'],
  [7, 10, 'いままでに7人が応募しました。あと3人で締め切ります。'],
  [10, 10, 'いままでに10人が応募しました。'],
  [0, 1, 'まだ応募はありません。あと1人で締め切ります。'],
])('of %s applications with a limit of %s', (sent, limit, words) => expect(appliedInWords(sent, limit)).toBe(words))
