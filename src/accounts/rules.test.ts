import { describe, expect, test } from 'vitest'
import { castGroup, castWords, safeNext } from './rules.ts'

describe('the cast of the demo', () => {
  test.each([
    ['佐藤 茂（68）山形県の肥料会社の社長', '佐藤 茂（68）', '山形県の肥料会社の社長'],
    ['中村 千代 提灯工房の経理（見るだけの役）', '中村 千代', '提灯工房の経理（見るだけの役）'],
    ['たろう', 'たろう', ''],
  ])('%s', (sentence, name, role) => {
    expect(castWords(sentence)).toEqual({ name, role })
  })

  test('power comes before organisation', () => {
    expect(castGroup({ power: 'operator', organisation: 'company' })).toBe('desk')
    expect(castGroup({ power: 'person', organisation: 'partner' })).toBe('partner')
    expect(castGroup({ power: 'person', organisation: null })).toBe('talent')
  })
})

describe('where somebody may be sent', () => {
  test.each(['/me', '/me/projects/1/application?x=%E3%81%82#a'])('%s', (path) => expect(safeNext(path)).toBe(path))

  test.each([
    undefined,
    '',
    'me',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/me\n',
    'https://evil.example',
  ])('not %j', (path) => expect(safeNext(path)).toBe('/home'))
})
