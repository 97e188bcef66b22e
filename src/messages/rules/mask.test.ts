import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dated } from '../../applications/rules/state.ts'
import { COVERED, contactsIn, masked } from './mask.ts'
import { canWrite, threadFor } from './thread.ts'

describe('masked', () => {
  it.each([
    ['連絡は tanaka@cast.example まで', `連絡は ${COVERED} まで`],
    ['ｔａｎａｋａ＠ｃａｓｔ．ｅｘａｍｐｌｅへ', `${COVERED}へ`],
    ['携帯は090-1234-5678です', `携帯は${COVERED}です`],
    ['電話（０９０）１２３４−５６７８', `電話${COVERED}`],
    ['0943-00-0202か 09012345678', `${COVERED}か ${COVERED}`],
    ['+81 90 1234 5678 に', `${COVERED} に`],
    ['https://line.me/ti/p/abc、よろしく', `${COVERED}、よろしく`],
    ['LINE ID は masao_63 です', `${COVERED} です`],
    ['ラインのIDはmasao63です', `${COVERED}です`],
    ['app.slack.com/client/T1 で', `${COVERED} で`],
    ['https://us02web.zoom.us/j/123?pwd=a', COVERED],
  ])('%s', (text, shown) => {
    expect(masked(text)).toEqual({ text: shown, covered: true })
  })

  it.each([
    '2026年11月23日（月）10時にうかがいます',
    '帯を1,200本、原価は34,500円でした',
    '法人番号は5290002000024です',
    '工程は3-4-2の順で、オンラインでもできます',
    'https://www.city.yame.example/kogei を見ました',
    'ラインの仕事を十年しました。ラインの長さは1200メートルです',
  ])('leaves 「%s」 as it is', (text) => {
    expect(masked(text)).toEqual({ text, covered: false })
  })

  it('covers the same a second time, and changes nothing else', () => {
    const words = fc.string({ unit: fc.constantFrom(...'あ亜ーｱ漢 、\n。Ａz'), maxLength: 40 })
    fc.assert(
      fc.property(words, words, (before, after) => {
        const { text, covered } = masked(`${before}「090-1234-5678」${after}`)
        expect(covered).toBe(true)
        expect(text).toBe(`${before}「${COVERED}」${after}`)
        expect(masked(text).text).toBe(text)
      }),
    )
  })
})

describe('contactsIn', () => {
  it.each<[string, string[]]>([
    [
      '電話は０９０−１２３４−５６７８、店はwww.chochin.example.jp/shopです',
      ['０９０−１２３４−５６７８', 'www.chochin.example.jp/shop'],
    ],
    ['https://www.city.yame.example/kogei を見ました', ['https://www.city.yame.example/kogei']],
    ['nakamura@cast.example へ', ['nakamura@cast.example']],
    ['原価は34,500円、1.5倍になりました', []],
  ])('finds in 「%s」 what leads to somebody', (text, found) => expect(contactsIn(text)).toEqual(found))
})

const at = new Date('2026-11-23T01:00:00Z')
const sent = {
  ...{ sentAt: at, readAt: null, shortlistedAt: null, interviewAt: null, offeredAt: null },
  ...{ acceptedAt: null, declinedAt: null, withdrawnAt: null, lapsedAt: null },
} satisfies Dated
const message = {
  ...{
    id: 'm',
    applicationId: 'a',
    companyId: 'c',
    accountId: 'p',
    senderId: 'p',
    sentAt: at,
    readAt: null,
    signs: [],
  },
  ...{ side: 'talent' as const, body: '090-1234-5678です', files: [] },
}

describe('a thread', () => {
  it('is covered for both sides until the offer', () => {
    for (const side of ['talent', 'company'] as const) {
      expect(threadFor(side, sent, [message])[0]!.text).toBe(`${COVERED}です`)
      expect(threadFor(side, { ...sent, offeredAt: at }, [message])[0]!.text).toBe(message.body)
    }
  })

  it('knows whose words are whose', () => {
    expect(threadFor('talent', sent, [message])[0]!.own).toBe(true)
  })

  it('goes on after an acceptance and ends with a refusal', () => {
    expect(canWrite(sent)).toBe(true)
    expect(canWrite({ ...sent, offeredAt: at, acceptedAt: at })).toBe(true)
    expect(canWrite({ ...sent, declinedAt: at })).toBe(false)
    expect(canWrite({ ...sent, sentAt: null })).toBe(false)
  })
})
