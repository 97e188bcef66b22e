import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, legalDate } from '../../law/dates.ts'
import { amountOf, type Costs, costsInWords } from './amount.ts'
import { eligibilityOf } from './eligibility.ts'
import type { Finding, Question } from './question.ts'
import { COSTS, type Subsidy, subsidies, subsidyOf } from './subsidies.ts'

const day = legalDate
const question = (set: Partial<Question> = {}): Question => ({
  today: day('2026-11-30'),
  company: { prefecture: 40, municipality: '40210', industry: 'crafts', employees: 11, contractsBefore: 0 },
  project: { codes: ['10035'], startOn: day('2027-01-01'), months: 3, monthlyFee: 60_000 },
  signedOn: null,
  extra: { travel: 80_500, lodging: 20_000, platform: 0 },
  others: [],
  paidElsewhere: false,
  ...set,
})
const answer = (id: string, asked: Question) => eligibilityOf(subsidyOf(id)!, asked)
const said = (findings: readonly Finding[], verdict: Finding['verdict']) =>
  findings.filter((one) => one.verdict === verdict).map(({ sentence, change }) => [sentence, change].join(''))

test('a workshop in the town: yes, how much, until when', () => {
  const found = answer('example-hotaru', question())
  // 180,000 × 1/2 = 90,000; 100,500 × 2/3 = 67,000; down to thousands.
  expect([found.answer, found.amount.yen, found.applyBy, found.daysLeft]).toEqual(['yes', 157_000, '2026-12-31', 31])
  expect(said(found.findings, 'ask')).toEqual([
    '市税の滞納がないこと。',
    '同じ仕事に、国や県などのほかの補助を受けないこと。',
  ])
})

test('after the contract, too near to the first day, with another grant, too often: no, and what to change', () => {
  const late = answer('example-hotaru', question({ signedOn: day('2026-11-25') }))
  expect([late.answer, late.applyBy]).toEqual(['no', null])
  expect(said(late.findings, 'no').join()).toContain('2026年11月25日（水）に契約したので、もう申し込めません')

  const mogami = question({
    company: { prefecture: 6, municipality: '06205', industry: 'chemicals', employees: 24, contractsBefore: 0 },
    project: { codes: [], startOn: day('2026-12-04'), months: 6, monthlyFee: 42_000 },
  })
  expect(said(answer('example-mogami', mogami).findings, 'no')).toEqual([
    '契約の7日前までに申し込む決まりで、2026年12月4日（金）に始めるのでは間に合いません。はじめる日を2026年12月8日（火）より後にすると、間に合います。',
  ])
  const grant = { subsidyId: 'example-mogami', fiscalYear: 2026, sameProject: true, yen: 100_000 }
  expect(answer('example-hotaru', question({ others: [grant] })).answer).toBe('no')
  expect(answer('example-hotaru', question({ paidElsewhere: true })).answer).toBe('no')
  const used = { subsidyId: 'example-hotaru', fiscalYear: 2026, sameProject: false, yen: 1 }
  expect(answer('example-hotaru', question({ others: [used] })).answer).toBe('yes')
  expect(answer('example-hotaru', question({ others: [used, used] })).answer).toBe('no')
  expect(answer('example-hotaru', question({ others: [used, { ...used, fiscalYear: 2025 }] })).answer).toBe('yes')
})

test('not yet: before the reception, or while the draft says too little', () => {
  const early = answer(
    'example-hotaru',
    question({ today: day('2027-03-20'), project: { ...question().project, startOn: null } }),
  )
  expect([early.answer, said(early.findings, 'no')[0]]).toEqual([
    'no',
    '2026年度（令和8年度）の受付は、2027年3月15日（月）に終わりました。次の年度の受付を待ってください。',
  ])
  const draft = question({ project: { codes: [], startOn: null, months: null, monthlyFee: null } })
  expect(answer('example-hotaru', draft).answer).toBe('later')
  const nowhere = { ...question().company, municipality: null }
  expect(said(answer('example-hotaru', question({ company: nowhere })).findings, 'later')).toEqual([
    '八女市の会社が対象です。会社の市町村を書くと、分かります。',
  ])
})

test('the rules of real offices, in the year for which they were read', () => {
  const toyama = { prefecture: 16, municipality: null, industry: 'metal', employees: 40, contractsBefore: 0 }
  const at = (today: string, startOn: string, set: Partial<Question> = {}) =>
    question({
      today: day(today),
      company: toyama,
      project: { codes: [], startOn: day(startOn), months: 6, monthlyFee: 100_000 },
      ...set,
    })
  // Signed already: there one applies between the contract and the first day of work.
  const open = answer('toyama-new', at('2025-06-01', '2025-06-10', { signedOn: day('2025-05-30') }))
  expect([open.answer, open.amount.yen, open.applyBy]).toEqual(['yes', 500_000, '2025-06-09'])
  expect(answer('toyama-new', at('2025-06-10', '2025-06-10')).answer).toBe('no')
  const second = { ...toyama, contractsBefore: 1 }
  expect(answer('toyama-new', at('2025-06-01', '2025-06-10', { company: second })).answer).toBe('no')

  const tochigi = { ...toyama, prefecture: 9 }
  expect(answer('tochigi-first', at('2025-06-01', '2025-06-10', { company: tochigi })).answer).toBe('no')
  expect(answer('tochigi-first', at('2025-06-01', '2025-06-20', { company: tochigi })).applyBy).toBe('2025-06-05')

  const moriyama = { ...toyama, prefecture: 25, municipality: '25207' }
  const extra = { travel: 90_000, lodging: 0, platform: 120_000 }
  const shared = answer('moriyama-cci', at('2024-07-20', '2024-08-01', { company: moriyama, extra }))
  // August to December: 500,000 × 2/3 up to 150,000, and the platform whole up to 100,000. Travel is not paid.
  expect([shared.answer, shared.costs.fee, shared.amount.yen]).toEqual(['yes', 500_000, 250_000])

  const kagoshima = { ...toyama, prefecture: 46 }
  const travel = answer('kagoshima-travel', at('2025-06-01', '2025-07-01', { company: kagoshima, extra }))
  expect([travel.answer, travel.amount.yen]).toEqual(['yes', 45_000])
  // A year later its rules are an orientation, and no day is promised.
  const later = answer('kagoshima-travel', at('2026-06-01', '2026-07-01', { company: kagoshima, extra }))
  expect([later.answer, later.amount.yen, later.applyBy, later.fiscalYear]).toEqual(['last-year', 45_000, null, 2026])
  expect(said(later.findings, 'ask').join()).toContain(
    '2025年度（令和7年度）の決まりで見ています。受付は、2025年4月1日',
  )
  expect(costsInWords(subsidyOf('kagoshima-travel')!, later.costs)).toMatch(/^(交通費|交通費・宿泊費|宿泊費)の分$/)
  // What was not so is not so.
  const barred = answer('kagoshima-travel', at('2026-06-01', '2026-05-20', { company: kagoshima, extra }))
  expect(barred.answer).toBe('no')
})

const costs = fc.record(
  Object.fromEntries(COSTS.map((cost) => [cost, fc.integer({ min: 0, max: 5_000_000 })])) as Record<
    (typeof COSTS)[number],
    fc.Arbitrary<number>
  >,
)
const anySubsidy = fc.constantFrom(...subsidies())
const counted = (subsidy: Subsidy, paid: Costs) =>
  subsidy.costs.reduce((sum, { of }) => sum + of.reduce((all, cost) => all + paid[cost], 0), 0)

test('never more than a ceiling or than what is paid, in whole units, and never less for higher costs', () => {
  fc.assert(
    fc.property(
      anySubsidy,
      costs,
      fc.integer({ min: 0, max: 3_000_000 }),
      fc.constantFrom(...COSTS),
      fc.nat(900_000),
      (subsidy, paid, others, cost, more) => {
        const { yen, lines } = amountOf(subsidy, paid, others)
        expect(Number.isSafeInteger(yen) && yen >= 0 && yen % subsidy.roundTo === 0).toBe(true)
        expect(yen).toBeLessThanOrEqual(subsidy.ceiling ?? Number.MAX_SAFE_INTEGER)
        for (const line of lines) {
          expect(line.yen).toBeLessThanOrEqual(Math.min(line.costs, line.ceiling ?? line.costs))
          expect(line.yen * line.rate[1]).toBeLessThanOrEqual(line.costs * line.rate[0])
        }
        expect(yen).toBeLessThanOrEqual(Math.max(0, counted(subsidy, paid) - others))
        expect(amountOf(subsidy, { ...paid, [cost]: paid[cost] + more }, others).yen).toBeGreaterThanOrEqual(yen)
        expect(amountOf(subsidy, paid, others + more).yen).toBeLessThanOrEqual(yen)
      },
    ),
  )
})

test('the order of other grants changes nothing, and a subsidy that was granted never pays more than the rest', () => {
  const grant = fc.record({
    subsidyId: fc.constantFrom(...subsidies().map(({ id }) => id)),
    fiscalYear: fc.constantFrom(2024, 2025, 2026),
    sameProject: fc.boolean(),
    yen: fc.nat(400_000),
  })
  const asked = fc.record({ grants: fc.array(grant, { maxLength: 6 }), days: fc.nat(500), signed: fc.boolean() })
  fc.assert(
    fc.property(anySubsidy, asked, ({ ...subsidy }, { grants, days, signed }) => {
      const today = addDays(day('2025-04-01'), days)
      const one = question({ today, others: grants, signedOn: signed ? addDays(today, -3) : null })
      const turned = { ...one, others: [...grants].reverse() }
      expect(eligibilityOf(subsidy, turned)).toEqual(eligibilityOf(subsidy, one))
      const { answer, applyBy, findings } = eligibilityOf(subsidy, one)
      expect(answer === 'no').toBe(findings.some(({ verdict }) => verdict === 'no'))
      if (answer === 'yes') expect(applyBy! >= today).toBe(true)
    }),
  )
})
