import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, legalDate } from './dates.ts'
import { noticeItems } from './notice.ts'
import { checkTerms, type Terms } from './terms.ts'

const today = legalDate('2026-11-23')
const good: Terms = {
  companyName: '株式会社もがみ肥料',
  talentName: '佐藤 健一',
  commissionedOn: '2026-11-23',
  work: 'GX認証の申請に向けた助言。月2回のオンライン会議（各1時間）と、申請書類3点の点検。',
  deliverables: '申請書類の点検メモ（各回）',
  ip: 'licence',
  ipScope: '点検メモを、会社が社内で使うこと',
  periodFrom: '2026-12-01',
  periodTo: '2027-05-31',
  place: '在宅（オンライン）。年2回、新庄市の本社',
  inspected: false,
  inspectionOn: null,
  inspectionDays: null,
  feeKind: 'monthly',
  feeYen: 40_000,
  hoursCap: null,
  taxIncluded: true,
  expenses: 'actual',
  expensesRule: '本社への交通費は実費。会社が切符を手配する',
  payment: '毎月末日締め翌月25日払い',
  transferFeePayer: 'company',
  recommissioned: false,
  originalClient: '',
  originalPaymentOn: null,
  undecided: [],
}
const found = (change: Partial<Terms>) =>
  checkTerms({ ...good, ...change }, today).map(({ item, severity }) => `${item} ${severity}`)

describe('terms', () => {
  it('can be proposed when complete', () => expect(checkTerms(good, today)).toEqual([]))

  test.each<[string, Partial<Terms>]>([
    ['names error', { companyName: '' }],
    ['names error', { talentName: '匿名希望' }],
    ['date error', { commissionedOn: null }],
    ['date error', { commissionedOn: '2026-11-31' }],
    ['date warning', { commissionedOn: '2026-11-22' }],
    ['date error', { commissionedOn: '2026-12-02' }],
    ['date error', { commissionedOn: '2026-12-25', periodFrom: '2027-01-01' }],
    ['date error', { commissionedOn: '2025-11-21' }],
    ['content error', { work: '  ' }],
    ['content error', { work: 'マーケティング支援一式' }],
    ['content error', { work: '広報業務全般' }],
    ['content warning', { work: '広報の助言', deliverables: '', ip: 'none' }],
    ['ip error', { ip: null }],
    ['ip error', { ip: 'transfer', ipScope: '' }],
    ['ip warning', { ip: 'none' }],
    ['period error', { periodFrom: null }],
    ['period error', { periodTo: '' }],
    ['period error', { periodTo: '2026-11-30' }],
    ['place error', { place: '' }],
    ['inspection error', { inspected: true }],
    ['fee error', { feeYen: null }],
    ['fee error', { feeKind: null }],
    ['fee error', { feeYen: 1.5 }],
    ['fee warning', { feeYen: 0 }],
    ['fee error', { feeKind: 'hourly', feeYen: 4_000 }],
    ['fee error', { taxIncluded: null }],
    ['expenses error', { expenses: null }],
    ['expenses error', { expensesRule: '' }],
    ['payment error', { payment: '' }],
    ['payment error', { payment: '毎月末日締め翌月25日まで' }],
    ['payment error', { payment: '請求書受領後30日' }],
    ['payment error', { payment: '検収後、翌月末日払い' }],
    ['payment error', { payment: '毎月末日締め翌々月10日払い' }],
    ['payment error', { payment: 'いつか' }],
    ['transferFee error', { transferFeePayer: 'talent' }],
    ['transferFee error', { transferFeePayer: null }],
  ])('%s: %j', (finding, change) => expect(found(change)).toEqual([finding]))

  test.each<Partial<Terms>>([
    { inspected: true, inspectionDays: 7 },
    { inspected: true, inspectionOn: '2027-06-07' },
    { feeKind: 'hourly', feeYen: 4_000, hoursCap: 10 },
    { expenses: 'included', expensesRule: '' },
    { ip: 'transfer', ipScope: '図案3点の著作権（27条・28条の権利を含む）' },
    { commissionedOn: '2026-11-24' },
  ])('are fine with %j', (change) => expect(found(change)).toEqual([]))

  it('keep the 60th day to the day', () => {
    const once: Partial<Terms> = { feeKind: 'total', periodTo: '2027-04-30' }
    expect(found({ ...once, payment: '2027年6月28日' })).toEqual([])
    expect(found({ ...once, payment: '2027年6月29日' })).toEqual(['payment error'])
    const sentences = checkTerms({ ...good, ...once, payment: '2027-06-29' }, today).map(({ sentence }) => sentence)
    expect(sentences).toEqual(['支払う日がおそすぎます。おそくとも2027年6月28日（月）にしてください。'])
  })

  it('count a monthly fee paid on one date from the end of its first month', () => {
    expect(found({ payment: '2027-02-28' })).toEqual([])
    expect(found({ payment: '2027-03-01' })).toEqual(['payment error'])
  })

  it('allow the later day of a re-commission only with all of its items', () => {
    const chosen: Partial<Terms> = { recommissioned: true, feeKind: 'total', periodTo: '2027-01-31' }
    expect(found({ ...chosen, payment: '2027-05-29' })).toEqual([
      'payment error',
      'recommission error',
      'recommission error',
    ])
    const full = { ...chosen, originalClient: '山形県新庄市', originalPaymentOn: '2027-04-30' }
    expect(found({ ...full, payment: '2027-05-29' })).toEqual([])
    expect(found({ ...full, payment: '2027-05-30' })).toEqual(['payment error'])
  })

  it('may leave an item open with a reason and a day to come, but never the names', () => {
    const open = (item: 'place' | 'names' | 'payment' | 'period', decidedOn: string, reason = '訪問先を調整中') => [
      { item, reason, decidedOn },
    ]
    expect(found({ place: '', undecided: open('place', '2026-12-10') })).toEqual(['place warning'])
    expect(found({ place: '', undecided: open('place', '2026-11-22') })).toEqual(['place error'])
    expect(found({ place: '', undecided: open('place', '2026-12-10', ' ') })).toEqual(['place error'])
    expect(found({ talentName: '', undecided: open('names', '2026-12-10') })).toEqual(['names error'])
    const [pay, period] = [open('payment', '2026-12-10'), open('period', '2026-12-10')]
    for (const payment of ['', '検収後']) expect(found({ payment, undecided: pay })).toEqual(['payment warning'])
    for (const payment of ['毎月末日締め翌々月末日払い', '2199-12-31']) {
      expect(found({ payment, undecided: pay })).toEqual(['payment error'])
    }
    expect(found({ periodTo: null, undecided: period })).toEqual(['period warning'])
    expect(found({ periodTo: '2020-01-01', undecided: period })).toEqual(['period error'])
  })

  it('never throw on anything a form can hold', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('1900-01-01', '2199-12-31', '2024-10-31', '2027-02-28'))
    const record = fc.record({
      payment: text,
      periodFrom: text,
      periodTo: text,
      originalPaymentOn: text,
      originalClient: fc.constantFrom('', '市'),
      recommissioned: fc.boolean(),
      feeKind: fc.constantFrom('monthly' as const, 'total' as const, 'hourly' as const, null),
      feeYen: fc.oneof(fc.double(), fc.integer(), fc.constant(null)),
    })
    fc.assert(fc.property(record, (change) => Array.isArray(found(change))))
  })

  it('refuse every single date after the limit and none before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 200 }), (n) => {
        const payment = addDays(legalDate('2027-06-28'), n)
        const findings = found({ feeKind: 'total', periodTo: '2027-04-30', payment })
        expect(findings).toEqual(n > 0 ? ['payment error'] : [])
      }),
    )
  })
})

describe('the notice', () => {
  it('lists ten items in order, every one with its rule', () => {
    expect(noticeItems.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(noticeItems.every(({ title, rule }) => title !== '' && rule.endsWith('。'))).toBe(true)
  })

  it('has a place for everything that is checked', () => {
    const places = noticeItems.flatMap(({ items }) => items)
    const empty: Terms = {
      ...good,
      companyName: '',
      commissionedOn: null,
      work: '',
      ip: null,
      periodFrom: null,
      place: '',
      inspected: true,
      feeYen: null,
      expenses: null,
      payment: '',
      transferFeePayer: null,
      recommissioned: true,
    }
    for (const { item } of checkTerms(empty, today)) expect(places).toContain(item)
    expect(new Set(places).size).toBe(places.length)
  })
})
