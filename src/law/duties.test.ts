import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { legalDate } from './dates.ts'
import { dutiesOf, isProtected } from './duties.ts'

const on = legalDate('2026-11-23')
const person = { corporation: false, employees: false, officers: 0 }
const articles = (employees: boolean, officers: number, months: number, counterparty = person) =>
  dutiesOf({ employees, officers, months, counterparty }, on)
    .filter(({ force }) => force === 'duty')
    .map(({ article }) => article)

describe('who owes what', () => {
  test.each([
    ['one person alone', false, 0, 12, [3]],
    ['a corporation of one', false, 1, 12, [3]],
    ['a corporation of two officers, days', false, 2, 0, [3, 4, 12, 14]],
    ['employees, days', true, 0, 0, [3, 4, 12, 14]],
    ['employees, one month', true, 1, 1, [3, 4, 5, 12, 14]],
    ['employees, five months', true, 1, 5, [3, 4, 5, 12, 14]],
    ['employees, six months', true, 1, 6, [3, 4, 5, 12, 13, 14, 16]],
  ])('%s', (_name, employees, officers, months, expected) =>
    expect(articles(employees as boolean, officers as number, months as number)).toEqual(expected))

  it('asks below six months at least for the effort of art. 13', () => {
    const duties = dutiesOf({ employees: true, officers: 1, months: 3, counterparty: person }, on)
    expect(duties.find(({ article }) => article === 13)?.force).toBe('effort')
  })

  test.each([
    [{ corporation: true, employees: false, officers: 1 }, true],
    [{ corporation: true, employees: false, officers: 2 }, false],
    [{ corporation: true, employees: true, officers: 1 }, false],
    [{ corporation: false, employees: true, officers: 0 }, false],
    [person, true],
  ])('%j is protected: %s', (side, expected) => {
    expect(isProtected(side)).toBe(expected)
    expect(articles(true, 3, 12, side).length > 0).toBe(expected)
  })

  it('never owes less for longer', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat(5), fc.nat(36), fc.nat(36), (employees, officers, a, b) => {
        const longer = articles(employees, officers, Math.max(a, b))
        expect(longer).toEqual(expect.arrayContaining(articles(employees, officers, Math.min(a, b))))
      }),
    )
  })
})
