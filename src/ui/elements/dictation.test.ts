import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemOf, withSaid, wordsOf } from './dictation.ts'
import { sizeWithin } from './sizing.ts'

const stretch = (transcript: string, isFinal: boolean) => Object.assign([{ transcript }], { isFinal })

test('what is sure is parted from what may still change', () => {
  expect(wordsOf([])).toEqual({ sure: '', open: '' })
  expect(wordsOf([stretch('夕方の', true), stretch(' 電話が ', false), stretch('多い', false)])).toEqual({
    ...{ sure: '夕方の', open: '電話が多い' },
  })
  expect(wordsOf([Object.assign([], { isFinal: true })])).toEqual({ sure: '', open: '' })
})

describe('words said into a text', () => {
  test.each([
    ['', 0, '人が足りん', '人が足りん'],
    ['電話が多い', 5, '人が足りん', '電話が多い、人が足りん'],
    ['電話が多い。', 6, '人が足りん', '電話が多い。人が足りん'],
    ['電話が多い\n', 6, '人が足りん', '電話が多い\n人が足りん'],
    ['電話。人が足りん', 2, '、鳴りっぱなし', '電話、鳴りっぱなし。人が足りん'],
    ['電話', 2, '', '電話'],
  ])('「%s」 at %d + 「%s」', (text, at, words, whole) => {
    expect(withSaid(text, at, words).text).toBe(whole)
  })

  test('nothing that stood there is lost, and the writing goes on behind what was said', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.string(), (text, place, words) => {
        const at = text.length === 0 ? 0 : place % (text.length + 1)
        const after = withSaid(text, at, words)
        expect(after.text.startsWith(text.slice(0, at))).toBe(true)
        expect(after.text.slice(0, after.at).endsWith(words)).toBe(true)
        expect(after.text.slice(after.at)).toBe(text.slice(at))
      }),
    )
  })
})

test('why listening ended is said in plain words, and not when it went well', () => {
  for (const error of ['', 'aborted']) expect(problemOf(error, false)).toBe('')
  expect(problemOf('no-speech', true)).toBe('')
  expect(problemOf('no-speech', false)).toContain('聞こえませんでした')
  for (const error of ['not-allowed', 'service-not-allowed']) expect(problemOf(error, true)).toContain('マイクを許す')
  for (const error of ['audio-capture', 'network', 'language-not-supported', 'x']) {
    expect(problemOf(error, true)).toMatch(/。$/)
  }
})

test('a picture keeps its shape and fits', () => {
  expect(sizeWithin(4000, 3000, 1600)).toEqual({ width: 1600, height: 1200 })
  expect(sizeWithin(800, 600, 1600)).toEqual({ width: 800, height: 600 })
  const side = fc.integer({ min: 1, max: 20_000 })
  fc.assert(
    fc.property(side, side, (width, height) => {
      const small = sizeWithin(width, height, 1600)
      expect(Math.max(small.width, small.height)).toBeLessThanOrEqual(1600)
      expect(Math.min(small.width, small.height)).toBeGreaterThanOrEqual(1)
    }),
  )
})
