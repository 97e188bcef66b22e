import { expect, test } from 'vitest'
import { ownDomains } from './domains.ts'
import { alikeName, companyKeys, plainName } from './keys.ts'
import { withTodaysKanji } from './old-kanji.ts'

test('the ways to write one name are one key', () => {
  const names = [
    '株式会社めぐり産業',
    '㈱めぐり産業',
    'めぐり産業（株）',
    'めぐり産業 株式会社',
    'めぐり\u200b産業㈱',
    'ﾒｸﾞﾘ産業株式会社',
  ]
  expect(new Set(names.slice(0, 5).map(plainName))).toEqual(new Set(['めぐり産業']))
  expect(plainName('ﾒｸﾞﾘ産業株式会社')).toBe('メグリ産業')
  expect(plainName('Daito Chemical Co., Ltd.')).toBe(plainName('DAITO CHEMICAL'))
  expect(new Set([...names, '㍿メグリ産業', '(株) めぐり・産業'].map(alikeName))).toEqual(new Set(['めぐり産業']))
})

test.each([
  ['old kanji', '髙嶋鐵工所', '株式会社高島鉄工所'],
  ['齋, 齊, 斎 and 斉', '齋藤商店', '斉藤商店'],
  ['small ke', '関ヶ原石材', '関ケ原石材㈱'],
  ['English forms', 'The Daito Chemical Company, Limited', 'DAITO CHEMICAL K.K.'],
  ['other kinds of organisations', '医療法人社団みほん会', '（医）みほん会'],
  ['the long vowel', 'ケミカルメーカー', 'ｹﾐｶﾙﾒｰｶ'],
])('%s', (_, one, other) => {
  const keys = companyKeys({ name: one })
  expect(companyKeys({ name: other }).some((key) => keys.includes(key))).toBe(true)
})

test('a branch is known by its company, and a name by its reading', () => {
  expect(companyKeys({ name: 'めぐり産業株式会社 大阪支店' })).toContain('alike:めぐり産業')
  expect(companyKeys({ name: 'みほん本店' })).not.toContain('alike:')
  expect(companyKeys({ name: '大東化学', nameKana: 'ダイトウカガク' })).toContain('alike:だいとうかがく')
})

test('different names stay different', () => {
  const names = ['めぐり産業', 'めぐり工業', '山形めぐり産業', '東京グリーン研究所', '東京グリーン']
  expect(new Set(names.map(alikeName)).size).toBe(names.length)
  expect(withTodaysKanji('國澤')).toBe('国沢')
})

test('a mail service that everybody uses is nobody’s domain', () => {
  expect(companyKeys({ name: '甲', domains: ['taro@gmail.com', 'sato@cast.example', 'x@koh.example'] })).toEqual([
    ...['name:甲', 'alike:甲', 'domain:koh.example'],
  ])
})

test.each([
  ['hr@tokyo.mihon.co.jp', ['tokyo.mihon.co.jp', 'mihon.co.jp']],
  ['mihon.example', ['mihon.example']],
  ['a.b.mihon.com', ['a.b.mihon.com', 'b.mihon.com', 'mihon.com']],
  ['city.tendo.yamagata.jp', ['city.tendo.yamagata.jp']],
  ['kikaku@city.tendo.lg.jp', ['city.tendo.lg.jp']],
  ['co.jp', ['co.jp']],
  ['x@mail.yahoo.co.jp', []],
  ['localhost', []],
])('own domains of %s', (typed, domains) => {
  expect(ownDomains(typed)).toEqual(domains)
})

test('a name of nothing but its legal form hides nobody else', () => {
  expect(companyKeys({ name: '株式会社' })).toEqual([])
})
