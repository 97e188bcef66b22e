import { expect, test } from 'vitest'
import { companyKeys, plainName } from './keys.ts'

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
})

test('a mail service that everybody uses is nobody’s domain', () => {
  expect(companyKeys({ name: '甲', domains: ['taro@gmail.com', 'sato@cast.example', 'x@koh.example'] })).toEqual([
    'name:甲',
    'domain:koh.example',
  ])
})

test('a name of nothing but its legal form hides nobody else', () => {
  expect(companyKeys({ name: '株式会社' })).toEqual([])
})
