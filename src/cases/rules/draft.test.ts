import { describe, expect, it, test } from 'vitest'
import type { Terms } from '../../law/terms.ts'
import type { Review } from '../../works/schema.ts'
import { draftFacts, draftText, type Finished, sizeBand, unmatchedText } from './draft.ts'

const review = (side: Review['side'], outcome: Review['outcome']) =>
  ({ side, outcome, result: `${side}の結果`, gained: `${side}の学び`, feedback: '内緒の言葉' }) as Review
const finished: Finished = {
  title: 'なかむら提灯工房の原価表',
  background: '田中さんに会う前は、誰も原価を言えませんでした。',
  goal: '五品の原価表',
  work: '手の時間を測る',
  employees: 11,
  terms: { feeKind: 'monthly', feeYen: 40_000, hoursCap: 12 } as Terms,
  wholeMonths: 3,
  endedEarly: false,
  months: [
    { month: '2027-01-01', hours: 9, done: '原価表を作った' },
    { month: '2026-12-01', hours: 14, done: '工程を見た' },
    { month: '2027-02-01', hours: 0, done: '' },
  ],
  reviews: [review('company', 'reached'), review('talent', 'partly')],
  names: [
    ['なかむら提灯工房', 'この会社'],
    ['田中さん', 'この人'],
  ],
}

describe('the first text of a case', () => {
  const text = draftText(finished)
  it('tells in order what was done, and what both say', () => {
    expect(text.done).toBe('手の時間を測る\n・2026年12月：工程を見た\n・2027年1月：原価表を作った')
    expect(text.result).toBe('会社から：companyの結果\n仕事をした人から：talentの結果')
    expect(text.problem).toContain('目標：五品の原価表')
  })

  it('names nobody and repeats no private word', () => {
    expect(JSON.stringify(text)).not.toMatch(/なかむら|田中|内緒/)
    expect(text.title).toBe('この会社の原価表')
  })

  it('is whole without reports', () => {
    expect(draftText({ ...finished, months: [] }).done).toBe('手の時間を測る')
  })
})

describe('the figures of a case', () => {
  test.each<[Partial<Finished>, object]>([
    [{}, { outcome: 'partly', hours: 8, months: 3, fee: 40_000, size: '6-20' }],
    [{ months: [] }, { hours: 12 }],
    [{ terms: { ...finished.terms, feeKind: 'total', feeYen: 100_000 } }, { fee: 33_333 }],
    [{ terms: { ...finished.terms, feeKind: 'hourly', feeYen: 3_000 } }, { fee: 24_000 }],
    [
      { wholeMonths: 0, employees: null },
      { months: 1, size: null },
    ],
    [{ reviews: [review('company', 'missed'), review('talent', 'reached')] }, { outcome: 'missed' }],
  ])('with %j', (change, expected) => expect(draftFacts({ ...finished, ...change })).toMatchObject(expected))

  test.each([
    [0, '1-5'],
    [5, '1-5'],
    [6, '6-20'],
    [50, '21-50'],
    [100, '51-100'],
    [1800, '101-'],
  ])('%i people are %s', (employees, band) => expect(sizeBand(employees)).toBe(band))
})

test('of a posting that found nobody no count is told as it was', () => {
  const posted = { title: '原価表', background: '', goal: '', work: '', names: [], outcome: 'unfilled' } as const
  const said = [0, 10, 40].map((applicants) => unmatchedText({ ...posted, applicants }).result)
  expect(said).toEqual([
    'だれからも応募がありませんでした。人は決まりませんでした。',
    '応募は、6〜10人でした。人は決まりませんでした。',
    '応募は、11人以上でした。人は決まりませんでした。',
  ])
})
