import { describe, expect, it, test } from 'vitest'
import { legalDate } from './dates.ts'
import { checkPosting, type Posting } from './posting.ts'

const on = legalDate('2026-11-23')
const good: Posting = {
  name: '株式会社もがみ肥料',
  address: '山形県新庄市沖の町10番37号',
  contact: '0233-00-0000',
  content: '肥料のGX認証を取るための、書類の準備と社内の勉強会を手伝ってほしい。',
  place: '在宅。月に1回、新庄市の工場を訪ねる',
  contractKind: 'direct',
  feeYen: 30_000,
  feeMaxYen: 50_000,
  hoursPerMonth: 10,
  months: 3,
  startsOn: '2027-01-15',
}
const items = (change: Partial<Posting>) => checkPosting({ ...good, ...change }, on).map(({ item }) => item)

describe('a posting', () => {
  it('may go live when everything is there', () => expect(checkPosting(good, on)).toEqual([]))

  test.each<[string, Partial<Posting>]>([
    ['name', { name: ' ' }],
    ['name', { name: '某食品メーカー' }],
    ['address', { address: '' }],
    ['address', { address: '新庄市沖の町10番37号' }],
    ['address', { address: '山形県新庄市沖の町' }],
    ['address', { address: '福岡県八女市本町' }],
    ['address', { address: '新潟県三条市旭町' }],
    ['address', { address: '東京都千代田区五番町' }],
    ['address', { address: '千葉県山武郡九十九里町片貝' }],
    ['contact', { contact: '' }],
    ['contact', { contact: '担当まで' }],
    ['content', { content: '' }],
    ['content', { content: 'マーケティング支援一式' }],
    ['place', { place: '' }],
    ['fee', { feeYen: null }],
    ['fee', { feeYen: 0 }],
    ['fee', { feeYen: 30_000.5 }],
    ['fee', { feeMaxYen: 29_999 }],
    ['fee', { contractKind: 'pro-bono' }],
    ['contractKind', { contractKind: null }],
    ['period', { months: 0 }],
    ['period', { startsOn: '2027-02-30' }],
    ['hours', { hoursPerMonth: null }],
    ['hours', { hoursPerMonth: 0 }],
  ])('without a right %s stays back: %j', (item, change) => expect(items(change)).toEqual([item]))

  test.each<Partial<Posting>>([
    { address: '北海道虻田郡ニセコ町字富士見無番地' },
    { address: '福岡県八女市本町二丁目１２３－２ 八女ビル３階' },
    { address: '福岡県八女市本町百二十三番地' },
    { address: '岩手県九戸郡洋野町種市第二十三地割' },
    { address: '京都府京都市上京区西陣町十二の三' },
    { contact: 'info@example.jp' },
    { contact: 'https://mogami.example.jp/contact' },
    { contact: '０２３３（００）００００' },
    { contractKind: 'pro-bono', feeYen: 0, feeMaxYen: null, hoursPerMonth: null },
    { startsOn: null },
  ])('goes live with %j', (change) => expect(items(change)).toEqual([]))

  it('says everything that is missing, in the order of the form', () => {
    const empty = { name: '', address: '', contact: '', content: '', place: '', contractKind: null, feeYen: null }
    expect(items({ ...empty, hoursPerMonth: null, months: null })).toEqual([
      'name',
      'address',
      'contact',
      'content',
      'place',
      'fee',
      'contractKind',
      'period',
      'hours',
    ])
  })
})
