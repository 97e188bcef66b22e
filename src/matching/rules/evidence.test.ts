import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evidenceStrength, yearsBin } from './evidence.ts'

describe('evidenceStrength', () => {
  test.each([
    ['', false, 0],
    ['   ', false, 0],
    ['経験あり', false, 1],
    ['いろいろな会社で原価の仕事をしてきました', false, 1],
    ['3社', false, 1],
    ['帯の織元で職人40人の手作業の時間を測り、原価表を作った', false, 2],
    ['二十社で認証の取得を手伝った経験がある', false, 2],
    ['', true, 3],
  ] as const)('%s', (line, confirmed, strength) => {
    expect(evidenceStrength(line, confirmed)).toBe(strength)
  })

  test('any text gives one of the four', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (line, confirmed) => {
        expect([0, 1, 2, 3]).toContain(evidenceStrength(line, confirmed))
      }),
    )
  })
})

test('years fall into the engine’s bins, never backwards', () => {
  expect([0, 1, 2, 3, 7, 12, 25, 40].map(yearsBin)).toEqual([0, 2, 2, 3, 4, 5, 6, 7])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 59 }), (years) => {
      expect(yearsBin(years + 1)).toBeGreaterThanOrEqual(yearsBin(years))
    }),
  )
})
