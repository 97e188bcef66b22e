import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { Phrase, phrasesOf, wholePhrasesOf } from './phrase.tsx'

it('breaks between phrases only', () => {
  expect(renderToString(<Phrase>困りごとを書いてみる</Phrase>)).toBe(
    '<span class="phrase">困りごとを<wbr/>書いてみる</span>',
  )
})

it('loses no character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(phrasesOf(text).join('')).toBe(text)
      expect(wholePhrasesOf(text, [text.slice(1, 4)]).join('')).toBe(text)
    }),
  )
})

it('escapes what looks like markup', () => {
  expect(renderToString(<Phrase>{'<b>山</b>'}</Phrase>)).not.toContain('<b>')
})

it('breaks within no date and no figure', () => {
  for (const [text, whole] of [
    ['2026年12月1日（火）から2027年2月28日（日）までの契約です', '2027年2月28日（日）'],
    ['手作業・工芸の原価管理（月10時間くらい）', '月10時間'],
    ['お礼は月30,000円から50,000円です', '50,000円'],
  ] as const) {
    expect(wholePhrasesOf(text).filter((phrase) => phrase.includes(whole))).toHaveLength(1)
  }
})

it('keeps the day of the week with its day', () => {
  expect(renderToString(<Phrase>2026年12月4日（金）23:59までです</Phrase>)).toContain(
    '<span class="part">2026年12月4日（金）</span>',
  )
})

it('keeps a telephone number whole', () => {
  expect(renderToString(<Phrase>電話番号は03-1234-5678のように書いてください</Phrase>)).toMatch(
    /<span class="part">[^<]*03-1234-5678[^<]*<\/span>/,
  )
})

it('leaves no letter and no bracket alone, and what clings to a bracket with it', () => {
  expect(wholePhrasesOf('めぐりの外で決めた額').at(-1)).toBe('決めた額')
  expect(wholePhrasesOf('案件別の採算管理（自動車部品メーカー、3年）').join('|')).toContain('|（自動車部品メーカー、')
  expect(renderToString(<Phrase>画面の「お知らせ」にはいつも並びます</Phrase>)).toContain(
    '<span class="part">「お知らせ」には</span>',
  )
})

it('breaks within no word that looks like two', () => {
  for (const [text, word] of [
    ['会社の確認が終わると、さがせます', 'さがせます'],
    ['ホームページが古いままで、問い合わせが来ない', '問い合わせ'],
    ['合う理由と気がかりを書いています', '気がかり'],
  ] as const) {
    expect(wholePhrasesOf(text).some((phrase) => phrase.includes(word))).toBe(true)
  }
})

it('breaks within no name', () => {
  const names = ['出羽ひなた銀行', '田中 正雄']
  expect(wholePhrasesOf('出羽ひなた銀行からのお取次ぎ', names)[0]).toContain(names[0])
  expect(renderToString(<Phrase names={names}>有限会社なかむら提灯工房と、田中 正雄さん</Phrase>)).toContain(
    '<span class="figure">田中 正雄</span>',
  )
})
