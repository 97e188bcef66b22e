import { describe, expect, test } from 'vitest'
import { castGroup, castWords } from './rules.ts'

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
