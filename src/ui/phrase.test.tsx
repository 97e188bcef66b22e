import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { Phrase, phrasesOf } from './phrase.tsx'

it('breaks between phrases only', () => {
  expect(renderToString(<Phrase>困りごとを書いてみる</Phrase>)).toBe(
    '<span class="phrase">困りごとを<wbr/>書いてみる</span>',
  )
})

it('loses no character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(phrasesOf(text).join('')).toBe(text)
    }),
  )
})

it('escapes what looks like markup', () => {
  expect(renderToString(<Phrase>{'<b>山</b>'}</Phrase>)).not.toContain('<b>')
})
