import { expect, test } from 'vitest'
import { readLegalDate } from '../../lib/time.ts'
import { readRate } from './rate.ts'
import { subsidyOf } from './subsidies.ts'
import { type EnteredYear, subsidyIn, subsidyOn } from './years.ts'

const day = (text: string) => readLegalDate(text)!
const rule = subsidyOf('example-hotaru')!
const entered = (fiscalYear: number, until: string, more: Partial<EnteredYear> = {}): EnteredYear => ({
  ...{ partnerId: 'p', subsidyId: rule.id, slug: rule.partner!, fiscalYear, outline: `要綱${fiscalYear}`, url: null },
  ...{ enteredAt: new Date('2026-11-30T01:00:00Z'), enteredBy: null, version: 1 },
  terms: {
    ...{
      offered: true,
      applyFrom: day(`${fiscalYear}-04-01`),
      applyUntil: day(until),
      ceiling: null,
      budget: 1_000_000,
    },
    ...{ workFrom: day(`${fiscalYear}-04-01`), workUntil: day(`${fiscalYear + 1}-02-28`) },
    costs: rule.costs.map(() => ({ rate: [1, 3] as const, ceiling: null })),
  },
  ...more,
})

test('a share is read as offices write it, and never more than all', () => {
  const read = ['1/2', '２／３', '3分の2', '80%', ' 4 / 8 ', '100％', '10/10'].map(readRate)
  expect(read).toEqual([
    [1, 2],
    [2, 3],
    [2, 3],
    [4, 5],
    [1, 2],
    [1, 1],
    [1, 1],
  ])
  for (const wrong of ['', '3/2', '0/3', '0%', '120%', '半分', '1/0', '-1/2', '1/2円'])
    expect(readRate(wrong)).toBeNull()
})

test('a year is answered by what its office wrote for it; the rest is the file', () => {
  const years = [entered(2026, '2026-12-20'), entered(2027, '2028-01-31')]
  const on = (today: string, all = years) => subsidyOn(rule, all, day(today)).source.note
  expect(on('2026-12-20')).toBe('要綱2026')
  expect(on('2026-12-21')).toBe('要綱2027')
  expect(on('2026-12-21', years.slice(0, 1))).toBe('要綱2026')
  expect(on('2028-03-31')).toBe('要綱2027')
  expect(on('2026-12-20', [entered(2026, '2026-12-20', { slug: 'another' })])).toBe(rule.source.note)
  expect(subsidyIn(rule, years, 2025)).toBe(rule)
  const { ceiling, budget, costs, name, evidence } = subsidyIn(rule, years, 2027)
  expect({ ceiling, budget, rate: costs[0]!.rate, name, evidence }).toEqual({
    ...{ ceiling: undefined, budget: 1_000_000, rate: [1, 3], name: rule.name, evidence: rule.evidence },
  })
})

test('a file of a year that is over gives way to a newer year, also one that is over', () => {
  const old = { ...rule, period: { ...rule.period, year: 2024 } }
  const leap = entered(2027, '2028-02-29')
  expect(subsidyOn(old, [leap], day('2029-06-01')).period).toMatchObject({ year: 2027, applyUntil: '02-28' })
  expect(subsidyOn(old, [], day('2029-06-01'))).toBe(old)
  expect(subsidyOn(old, [entered(2030, '2030-12-01')], day('2029-06-01')).period.year).toBe(2030)
})
