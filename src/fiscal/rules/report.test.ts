import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEAST_COMPANIES } from '../../insights/rules/withhold.ts'
import { CUTS, FIGURES } from './figures.ts'
import { type Fact, reportOf } from './report.ts'
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
const report = (own: readonly Fact[], area: readonly Fact[] = own) =>
  reportOf({
    year: 2025,
    months,
    end,
    own,
    area,
    sealed: [],
    continued: 4,
    goals: {},
    held: { events: 1, attendees: 9, people: 4 },
  })
const six = ['a', 'b', 'c', 'd', 'e', 'f']

test('five companies are shown, four are not, and a part of one neither stands there nor can be worked out', () => {
  expect(report(six.slice(0, 5).map((company) => fact(company))).totals.contracts).toBe(5)
  expect(report([]).singles).toEqual({ again: 0, continued: null, events: 1, attendees: null })
  expect(report(six.slice(0, 4).map((company) => fact(company, { value: 9 }))).totals.contracts).toBeNull()
  const { totals, parts } = report([...six.map((one) => fact(one)), fact('g', { month: '2025-06' })])
  expect(totals.contracts).toBe(7)
  const shown = parts.filter(({ cut, values }) => cut === 'month' && values.contracts !== 0)
  expect(shown.map(({ values }) => values.contracts)).toEqual([null, null])
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
