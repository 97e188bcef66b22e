import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withFurigana } from './furigana.ts'

const readings = new Map([
  ['会社', 'かいしゃ'],
  ['契約', 'けいやく'],
  ['契約書', 'けいやくしょ'],
  ['入れ', 'い'],
  ['入る', 'はい'],
  ['#件', 'けん'],
])
const ruby = (word: string, reading: string) => `<ruby>${word}<rt>${reading}</rt></ruby>`

describe('withFurigana', () => {
  it('takes the longest word, and the reading that the following kana ask for', () => {
    expect(withFurigana('<p>会社の契約書を入れる。入るとき</p>', readings)).toBe(
      `<p>${ruby('会社', 'かいしゃ')}の${ruby('契約書', 'けいやくしょ')}を${ruby('入', 'い')}れる。${ruby('入', 'はい')}るとき</p>`,
    )
  })

  it('puts several known words over a compound, and nothing over one that is half known', () => {
    expect(withFurigana('会社契約', readings)).toBe(ruby('会社', 'かいしゃ') + ruby('契約', 'けいやく'))
    expect(withFurigana('契約違反', readings)).toBe('契約違反')
  })

  it('reads a counter only behind a figure', () => {
    expect(withFurigana('3件と件', readings)).toBe(`3${ruby('件', 'けん')}と件`)
  })

  it('leaves alone what may hold no element: head, fields, pictures, what has furigana already', () => {
    const html =
      '<head><title>会社</title></head><option>x</option><textarea>会社</textarea><select><option>会社</option></select><svg><text>会社</text></svg><ruby>会社<rt>かいしゃ</rt></ruby><a title="会社">契約</a>'
    expect(withFurigana(html, readings)).toBe(html.replace('契約</a>', `${ruby('契約', 'けいやく')}</a>`))
  })

  it('changes nothing but what it adds', () => {
    const part = fc.constantFrom('会社', '契約', '書', 'を', '入れ', '12', '件', '<p>', '</p>', '<br/>', '&lt;', '。')
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const html = parts.join('')
        expect(withFurigana(html, readings).replace(/<ruby>(.*?)<rt>.*?<\/rt><\/ruby>/g, '$1')).toBe(html)
      }),
    )
  })
})
