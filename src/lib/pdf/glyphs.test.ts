import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { missingGlyphs } from './glyphs.ts'

describe('missing glyphs', () => {
  test.each([
    '髙橋 﨑山 桒原 栁田 濵口 渡邉 葛󠄀城 第1条（業務）①㈱〒',
    '「めぐり」は、30,000円／月10時間。\n\tｶﾅ、が、ABC～―…',
    '吉野家の𠮷野さんと𠮷田さん',
    '',
  ])('none in 「%s」', (text) => expect(missingGlyphs(text)).toEqual([]))

  it('names each character once, in order', () => {
    expect(missingGlyphs('吉野家の𪚥さんと😀の𪚥田さん')).toEqual(['𪚥', '😀'])
    expect(missingGlyphs('葛\u{E01EF}城')).toEqual(['葛\u{E01EF}'])
    expect(missingGlyphs('か\u0000')).toEqual(['\u0000'])
  })

  it('understands letters and marks typed apart', () => expect(missingGlyphs('か\u3099は\u309A')).toEqual([]))

  it('finds in a joined text what it finds in the parts', () => {
    const word = fc.string({ unit: fc.constantFrom('山', '𪚥', '𠮷', '髙', '😀', 'a', '。'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(new Set(missingGlyphs(`${a}\n${b}`))).toEqual(new Set([...missingGlyphs(a), ...missingGlyphs(b)]))
      }),
    )
  })
})
