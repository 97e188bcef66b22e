import { expect, test } from 'vitest'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { exclusionInWords, linesOf } from './lines.ts'

test('every job code says what comes first in three lines and what is not asked for in two at most', () => {
  for (const { leaf } of jobCodes().places) {
    const lines = linesOf(leaf.id)
    const texts = (kind: string) => lines.filter((line) => line.kind === kind).map(({ text }) => text)
    expect(texts('scope'), leaf.name).toHaveLength(3)
    expect(texts('exclusion').length, leaf.name).toBeLessThanOrEqual(2)
    expect(texts('outcome')).toHaveLength(1)
    for (const { kind, text, phrase } of lines) {
      expect(phrase).not.toBe('')
      expect(text.length, text).toBeLessThanOrEqual(60)
      if (kind === 'exclusion') expect(text).not.toMatch(/[「」]|もこと|コード$/)
      expect(text.split('（').length, text).toBe(text.split('）').length)
    }
  }
})

test('what another work of the tree covers is asked for', () => {
  const [code, other] = ['10035', jobCodes().places.find(({ leaf }) => leaf.name === '製造原価計算')!.leaf.id]
  expect(linesOf(code).some(({ text }) => text.includes('製造原価計算'))).toBe(true)
  expect(linesOf(code, [code, other]).some(({ text }) => text.includes('製造原価計算'))).toBe(false)
  expect(linesOf('00000')).toEqual([])
})

test.each([
  ['機械加工や量産品の原価は「製造原価計算」', '機械加工や量産品の原価（製造原価計算）'],
  ['会社全体の損益を毎月つかむのは「月次管理」', '会社全体の損益を毎月つかむこと（月次管理）'],
  ['売値を直すところからは「値決め・価格改定」', '売値を直すこと（値決め・価格改定）'],
  ['商品一つの原価は「製造原価計算」「手作業の原価管理」', '商品一つの原価（製造原価計算、手作業の原価管理）'],
  ['契約の文そのものは「契約書の整備」', '契約の文そのもの（契約書の整備）'],
  ['裁判や示談の代理は弁護士の仕事', '裁判や示談の代理（弁護士の仕事）'],
  ['海外への売り込みは対象外', '海外への売り込み'],
  ['もう決まっている場合は「値決め」', '値決め'],
  ['個別の課題が決まっている場合はそのコード', null],
])('%s', (phrase, text) => expect(exclusionInWords(phrase)).toBe(text))
