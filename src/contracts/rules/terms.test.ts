import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type LegalDate, legalDate } from '../../law/dates.ts'
import { checkTerms, type Terms } from '../../law/terms.ts'
import { canonicalTerms, termsHash } from './canonical.ts'
import { earliestEnd, isOver } from './ending.ts'
import { answersOf, errorsOf, PAYMENT_DAYS, termsForm, termsOf } from './form.ts'
import { monthsWithRenewals, overlaps, periodOf } from './periods.ts'
import { firstTerms, USUAL_PAYMENT } from './prefill.ts'
import { unprintable } from './printable.ts'

const today = legalDate('2026-11-23')
const project = {
  title: '原価表を作りたい',
  work: '手の時間を測り、五品の原価表を作る。月2回の打ち合わせ。',
  excluded: '会計ソフトの入力',
  startOn: '2026-12-01',
  months: 3,
  fee: 40_000,
  hours: 12,
  travelPaid: true,
  style: 'either',
  place: '',
} as const
const sources = {
  project,
  company: { name: '有限会社なかむら提灯工房' },
  companyAddress: '福岡県八女市見本123番地',
  person: { familyName: '田中', givenName: '正雄' },
}
const terms = firstTerms(sources, today)
const complete: Terms = { ...terms, ip: 'none' }

describe('the first terms', () => {
  it('lack nothing that the law asks for but the choice of rights', () => {
    expect(checkTerms(terms, today).map(({ item, severity }) => [item, severity])).toEqual([['ip', 'error']])
    expect(checkTerms(complete, today)).toEqual([])
  })

  it('say what both sides have said', () => {
    expect(terms).toMatchObject({
      talentName: '田中 正雄',
      periodFrom: '2026-12-01',
      periodTo: '2027-02-28',
      place: '在宅（オンライン）と、訪問（福岡県八女市見本123番地）',
      payment: USUAL_PAYMENT,
      expenses: 'actual',
    })
    expect(terms.work).toContain('頼まないこと：会計ソフトの入力')
  })

  it('begin today when the wanted day is over, and leave open what nobody said', () => {
    const unsaid = { ...project, startOn: '2026-11-01', fee: null, travelPaid: null, style: null, months: null }
    const open = firstTerms({ ...sources, project: unsaid, person: undefined }, today)
    expect(open).toMatchObject({ periodFrom: today, periodTo: '2027-02-22', feeKind: null, expenses: null, place: '' })
    expect(errorsOf(checkTerms(open, today), open)).toMatchObject({
      talentName: expect.any(String),
      feeKind: expect.any(String),
      tax: expect.any(String),
      expenses: expect.any(String),
      place: expect.any(String),
    })
  })

  it.each([...PAYMENT_DAYS])('may be paid on 「%s」', (payment) => {
    expect(checkTerms({ ...complete, payment }, today)).toEqual([])
  })
})

describe('the form', () => {
  const words = fc.string({ unit: fc.constantFrom('あ', '円', ' ', 'a', '。') }).map((text) => text.trim())
  const day = fc.constantFrom(null, '2026-12-01', '2027-05-31')
  const any: fc.Arbitrary<Terms> = fc.record({
    ...Object.fromEntries(
      (['companyName', 'talentName', 'work', 'deliverables', 'ipScope', 'place', 'expensesRule'] as const).map(
        (name) => [name, words],
      ),
    ),
    commissionedOn: day,
    periodFrom: day,
    periodTo: day,
    ip: fc.constantFrom(null, 'none', 'talent', 'licence', 'transfer'),
    inspected: fc.constant(true),
    inspectionOn: fc.constant(null),
    inspectionDays: fc.option(fc.integer({ min: 0, max: 60 })),
    feeKind: fc.constantFrom(null, 'monthly', 'total', 'hourly'),
    feeYen: fc.option(fc.nat(100_000_000)),
    hoursCap: fc.option(fc.integer({ min: 1, max: 200 })),
    taxIncluded: fc.option(fc.boolean()),
    expenses: fc.constantFrom(null, 'included', 'actual'),
    payment: fc.constantFrom('', USUAL_PAYMENT, '検収後', '2027-03-31'),
    transferFeePayer: fc.constant('company'),
    recommissioned: fc.boolean(),
    originalClient: words,
    originalPaymentOn: day,
    undecided: fc.constantFrom([], [{ item: 'place', reason: '調整中', decidedOn: '2026-12-10' }]),
  }) as unknown as fc.Arbitrary<Terms>

  it('gives back the terms that were put in', () => {
    fc.assert(
      fc.property(any, (given) => {
        const read = termsForm.safeParse(answersOf(given))
        expect(read.success && termsOf(read.data)).toEqual(given)
      }),
    )
  })

  test.each<[Partial<Terms>, string]>([
    [{ payment: '検収後' }, 'paymentOther'],
    [{ payment: '' }, 'payment'],
    [{ companyName: '' }, 'companyName'],
    [{ feeKind: 'hourly', hoursCap: null }, 'hoursCap'],
    [{ expensesRule: '' }, 'expensesRule'],
    [{ ip: 'transfer' }, 'ipScope'],
    [{ recommissioned: true, originalClient: '八女市' }, 'originalPaymentOn'],
    [{ inspected: true }, 'inspectionDays'],
    [{ work: 'マーケティング支援一式' }, 'work'],
    [{ periodTo: '2026-11-30' }, 'periodTo'],
  ])('shows what is wrong with %j at its question', (change, field) => {
    const changed = { ...complete, ...change }
    expect(Object.keys(errorsOf(checkTerms(changed, today), changed))).toEqual([field])
  })

  it('refuses what cannot be printed, by its question', () => {
    expect(unprintable({ ...complete, talentName: '田中 𪚥雄' })).toHaveProperty('talentName')
    expect(unprintable({ ...complete, talentName: '𠮷田 髙雄' })).toEqual({})
  })
})

describe('the fingerprint', () => {
  it('is the same in whatever order the names come, and another with any other value', () => {
    const turned = Object.fromEntries(Object.entries(complete).reverse()) as Terms
    expect(termsHash(turned)).toBe(termsHash(complete))
    expect(termsHash({ ...complete, feeYen: 39_999 })).not.toBe(termsHash(complete))
    expect(JSON.parse(canonicalTerms(complete))).toEqual(complete)
  })
})

describe('periods', () => {
  const of = (from: string, to: string) => ({ from: legalDate(from), to: legalDate(to) })
  it('overlap on one common day', () => {
    expect(overlaps(of('2026-12-01', '2027-01-31'), of('2027-01-31', '2027-03-31'))).toBe(true)
    expect(overlaps(of('2026-12-01', '2027-01-30'), of('2027-01-31', '2027-03-31'))).toBe(false)
    expect(periodOf({ periodFrom: '2027-01-01', periodTo: '2026-12-31' })).toBeNull()
  })

  it('count a renewal on, with a gap of less than a month', () => {
    const now = of('2027-03-01', '2027-05-31')
    expect(monthsWithRenewals(now, [])).toBe(3)
    expect(monthsWithRenewals(now, [of('2026-12-01', '2027-02-28')])).toBe(6)
    expect(monthsWithRenewals(now, [of('2026-11-10', '2027-02-09'), of('2026-08-10', '2026-11-09')])).toBe(9)
    expect(monthsWithRenewals(now, [of('2026-10-01', '2027-01-15')])).toBe(3)
  })

  it('end thirty days after notice, or by themselves', () => {
    expect(earliestEnd(today)).toBe('2026-12-23' satisfies string as LegalDate)
    expect(isOver({ periodTo: '2027-02-28' }, legalDate('2027-02-28'))).toBe(false)
    expect(isOver({ periodTo: '2027-02-28' }, legalDate('2027-03-01'))).toBe(true)
    expect(isOver(undefined, today)).toBe(false)
  })
})
