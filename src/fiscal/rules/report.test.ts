import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEAST_COMPANIES } from '../../insights/rules/withhold.ts'
import { CUTS, FIGURES, STEP_FIGURES, type StepFigureId } from './figures.ts'
import { grantSums, type YearGrant } from './grant-sums.ts'
import { type Fact, reportOf, type WentOn } from './report.ts'
import { countedMonths, readFiscalYear } from './year.ts'

const NOW = new Date('2026-11-23T01:00:00Z')

test('a year begins in April, and counts the months that are over', () => {
  expect(countedMonths(2026, NOW).end).toBe('2026-11-01')
  expect(countedMonths(2026, NOW).months).toHaveLength(7)
  expect(countedMonths(2025, NOW)).toMatchObject({ end: '2026-04-01', months: { length: 12 } })
  expect([readFiscalYear('2026', NOW), readFiscalYear('2027', NOW), readFiscalYear('x', NOW)]).toEqual([
    2026,
    null,
    null,
  ])
})

const NOBODY = Object.fromEntries(STEP_FIGURES.map(({ id }) => [id, 0])) as Record<StepFigureId, number>
const { months, end } = countedMonths(2025, NOW)
const fact = (company: string, more: Partial<Fact> = {}): Fact => ({
  ...{
    figure: 'contracts',
    company,
    month: '2025-05',
    industry: 'crafts',
    municipality: '40210',
    major: '1',
    value: 1,
  },
  ...more,
})
const wentOn = (continued: number, unaided: number): WentOn[] =>
  Array.from({ length: Math.max(continued, unaided) }, (_, at) => ({
    ...{ company: String(at), continued: at < continued, unaided: at < unaided },
  }))
const report = (own: readonly Fact[], area: readonly Fact[] = own, after = wentOn(4, 0), areas: string[][] = [[]]) =>
  reportOf({
    year: 2025,
    months,
    end,
    own,
    ...{ area, areas, isSettled: true },
    sealed: [],
    ...{ wentOn: after, standing: 14, grants: null, steps: { ...NOBODY, 'step-knows': 7 } },
    goals: {},
    held: { events: 1, attendees: 9, people: 4 },
  })
const six = ['a', 'b', 'c', 'd', 'e', 'f']

test('five companies are shown, four are not, and a part of one neither stands there nor can be worked out', () => {
  expect(report(six.slice(0, 5).map((company) => fact(company))).totals.contracts).toBe(5)
  expect(report([]).singles).toMatchObject({ again: 0, continued: null, unaided: null, events: 1, attendees: null })
  // People and standing consents in whole fives, none below.
  expect(report([]).singles).toMatchObject({ standing: 10, 'step-knows': 5, 'step-worked': null })
  expect(report(six.slice(0, 4).map((company) => fact(company, { value: 9 }))).totals.contracts).toBeNull()
  const { totals, parts } = report([...six.map((one) => fact(one)), fact('g', { month: '2025-06' })])
  expect(totals.contracts).toBe(7)
  const shown = parts.filter(({ cut, values }) => cut === 'month' && values.contracts !== 0)
  expect(shown.map(({ values }) => values.contracts)).toEqual([null, null])
})

test('who went on without a subsidy is told where nobody learns what few did', () => {
  const told = (continued: number, unaided: number) => {
    const { singles } = report([], [], wentOn(continued, unaided))
    return [singles.continued, singles.unaided]
  }
  expect([told(9, 9), told(11, 6), told(6, 11)]).toEqual([
    [9, 9],
    [11, 6],
    [6, 11],
  ])
  expect([told(9, 6), told(6, 9), told(9, 3)]).toEqual([
    [9, null],
    [6, null],
    [9, null],
  ])
})

test('two areas of which one lies in the other leave nothing of few companies', () => {
  const at = (company: string, municipality: string) => fact(company, { municipality })
  const town = six.map((one) => at(one, '40210'))
  const of = (elsewhere: number, areas: string[][]) =>
    report([], [...town, ...Array.from({ length: elsewhere }, (_, n) => at(`x${n}`, '40203'))], [], areas).area
      .contracts
  // The prefecture less its town would be one company alone.
  expect([of(1, [[]]), of(1, [[], ['40210']]), of(5, [[], ['40210']]), of(0, [[], ['40210']])]).toEqual([
    7,
    null,
    11,
    6,
  ])
  // Two areas that overlap: what each has alone counts, too.
  expect(of(4, [[], ['40210', '40203'], ['40203']])).toBeNull()
})

const grant = (company: string, more: Partial<YearGrant> = {}): YearGrant => ({
  ...{ company, expectedYen: 10, applied: true, grantedYen: null, refused: false, paidYen: null, released: false },
  ...more,
})
const paid = six.map((one) => grant(one, { grantedYen: 9, paidYen: 8 }))

test('subsidies are summed in number and yen where many are behind each figure and what is left of it', () => {
  const all = { planned: 6, plannedYen: 60, applied: 6, appliedYen: 60, granted: 6, grantedYen: 54, paid: 6 }
  expect(grantSums(paid, 100)).toEqual({ ...all, paidYen: 48, leftYen: 46 })
  expect(grantSums([], null)).toEqual({
    ...{ planned: 0, plannedYen: 0, applied: 0, appliedYen: 0, granted: 0, grantedYen: 0, paid: 0, paidYen: 0 },
  })
  // One that the office was not shown: all that were planned would tell of it.
  expect(grantSums([...paid, grant('g', { applied: false })], 100)).toMatchObject({ planned: null, plannedYen: null })
  // One that was refused is what is left of those that were applied for.
  const { applied, granted } = grantSums([...paid, grant('g', { refused: true })], 100)
  expect([applied, granted].includes(null)).toBe(true)
  const few = grantSums(
    six.slice(0, 4).map((one) => grant(one, { grantedYen: 9 })),
    100,
  )
  expect(few).toMatchObject({ granted: null, grantedYen: null, leftYen: null, paid: 0 })
  expect(grantSums([...paid, ...six.map((one) => grant(one, { grantedYen: 9, released: true }))], 200)).toMatchObject({
    leftYen: 146,
  })
  expect(grantSums([...paid, grant('a', { grantedYen: 9, released: true })], 100).leftYen).toBeNull()
  // All but one gave theirs up: what is left of a budget that everybody knows would tell what that one got.
  const given = six.map((one, n) => grant(one, { grantedYen: 9, released: n > 0 }))
  expect(grantSums(given, 100)).toMatchObject({ granted: 6, leftYen: null })
})

test('no two figures of subsidies leave what few companies got', () => {
  const grants = fc.array(
    fc.record({
      company: fc.constantFrom(...'abcdefghij'),
      expectedYen: fc.constant(10),
      applied: fc.boolean(),
      decided: fc.constantFrom('open', 'yes', 'no'),
      paid: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(grants, (drawn) => {
      const rows = drawn.map(({ decided, paid, ...one }) => ({
        ...{ ...one, refused: one.applied && decided === 'no', released: false },
        grantedYen: one.applied && decided === 'yes' ? 9 : null,
        paidYen: one.applied && decided === 'yes' && paid ? 8 : null,
      }))
      const sums = grantSums(rows, 1000)
      const sets = {
        ...{ planned: rows, applied: rows.filter((one) => one.applied) },
        granted: rows.filter((one) => one.grantedYen !== null),
        paid: rows.filter((one) => one.paidYen !== null),
      }
      const shown = (Object.keys(sets) as (keyof typeof sets)[]).filter((name) => sums[name] !== null)
      for (const [at, larger] of shown.entries()) {
        for (const rest of [[], ...shown.slice(at + 1).map((smaller) => sets[smaller])]) {
          const left = new Set(
            sets[larger].filter((one) => !(rest as YearGrant[]).includes(one)).map((one) => one.company),
          )
          if (left.size > 0) expect(left.size).toBeGreaterThanOrEqual(LEAST_COMPANIES)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('the whole is told where its months are too small, and then no month', () => {
  const { totals, parts } = report(six.map((company, at) => fact(company, { month: months[at]! })))
  expect(totals.contracts).toBe(6)
  expect(parts.filter(({ cut }) => cut === 'month').map(({ values }) => values.contracts)).toEqual(
    months.map(() => null),
  )
  expect(parts.find(({ cut }) => cut === 'industry')!.values.contracts).toBe(6)
})

test('all of the area are told only where the others in it are none, or many', () => {
  const own = six.map((company) => fact(company))
  const others = (n: number) => [...own, ...Array.from({ length: n }, (_, at) => fact(`other${at}`))]
  expect([0, 1, 4, 5].map((n) => report(own, others(n)).area.contracts)).toEqual([6, null, null, 11])
  expect(report(own.slice(0, 2), own.slice(0, 2)).area.contracts).toBeNull()
  // Whoever knows what the own two did must not learn what four others did.
  expect(report(own.slice(0, 2), own).area.contracts).toBeNull()
  expect(report(own.slice(0, 2), others(1)).area.contracts).toBe(7)
})

test('whatever is shown of any facts comes from five companies or is nothing', () => {
  const facts = fc.array(
    fc.record({
      figure: fc.constantFrom(...FIGURES.map(({ id }) => id)),
      company: fc.constantFrom(...'abcdefghij'),
      month: fc.constantFrom(...months),
      industry: fc.constantFrom('crafts', 'food'),
      municipality: fc.constantFrom('40210', '40203', ''),
      major: fc.constantFrom('1', '2'),
      value: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(facts, (own) => {
      const { parts, totals } = report(own)
      for (const { id } of FIGURES) {
        const of = own.filter(({ figure }) => figure === id)
        const behind = (rows: readonly Fact[]) => new Set(rows.map(({ company }) => company)).size
        if (totals[id]) expect(behind(of)).toBeGreaterThanOrEqual(LEAST_COMPANIES)
        for (const { cut, key, values } of parts) {
          if (values[id]) expect(behind(of.filter((one) => one[cut] === key))).toBeGreaterThanOrEqual(LEAST_COMPANIES)
        }
        for (const { id: cut } of CUTS) {
          const hidden = parts.filter((part) => part.cut === cut && part.values[id] === null)
          const [lone] = hidden.length === 1 && totals[id] !== null ? hidden : []
          if (lone) expect(behind(of.filter((one) => one[cut] === lone.key))).toBeGreaterThanOrEqual(LEAST_COMPANIES)
        }
      }
    }),
    { numRuns: 60 },
  )
})
