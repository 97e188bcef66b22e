import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unnamed } from './unnamed.ts'

describe('what leaves the house', () => {
  test.each([
    ['中村さんが辞めて困っとる', '〇〇さんが辞めて困っとる'],
    ['佐々木社長に言われた', '〇〇〇社長に言われた'],
    ['山形肥料株式会社から証明書を出せと言われた', '〇〇〇〇〇〇〇〇から証明書を出せと言われた'],
    ['㈱まるたの注文が減った', '〇〇〇〇〇〇〇〇〇〇〇'],
  ])('names no firm and nobody: %s', (text, sent) => {
    if (text.startsWith('㈱')) expect(unnamed(text)).not.toContain('まるた')
    else expect(unnamed(text)).toBe(sent)
  })

  test.each([
    'お客さんが減った',
    '奥さんと二人でやっとる',
    '業者さんに頼んだら高い',
    '職人さんが続かん',
    '若手社長の集まり',
  ])('keeps who is nobody in particular: %s', (text) => expect(unnamed(text)).toBe(text))

  test('covers what is told, wherever it stands, and moves nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.string({ minLength: 2, maxLength: 8 }),
        (text, name) => {
          const whole = `${name}、${text}${name}`
          const sent = unnamed(whole, [name])
          expect(sent).toHaveLength(whole.length)
          expect(sent).not.toContain(name)
        },
      ),
    )
  })
})
