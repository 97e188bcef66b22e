import { describe, expect, it, test } from 'vitest'
import { legalDate } from '../../law/dates.ts'
import { monthName, type ReportAnswers, reportableMonths, reportOf } from './months.ts'

const period = { from: legalDate('2026-12-10'), to: legalDate('2027-03-09') }
const months = [legalDate('2027-01-01'), legalDate('2026-12-01')]
const today = legalDate('2027-01-20')
const answers: ReportAnswers = {
  month: '2027-01-01',
  hours: 8,
  done: '手の時間を測った',
  visit1Day: null,
  visit1Town: '',
  visit2Day: null,
  visit2Town: '',
  visit3Day: null,
  visit3Town: '',
}

describe('the months that can be reported', () => {
  test.each([
    ['2026-12-09', []],
    ['2026-12-10', ['2026-12-01']],
    ['2027-01-20', ['2027-01-01', '2026-12-01']],
    ['2027-08-01', ['2027-03-01', '2027-02-01', '2027-01-01', '2026-12-01']],
  ])('on %s', (day, expected) => expect(reportableMonths(period, legalDate(day))).toEqual(expected))

  it('are none without a period', () => expect(reportableMonths(null, today)).toEqual([]))
})

describe('a report', () => {
  it('takes visits with their municipality', () => {
    const given = reportOf({ ...answers, visit1Day: 18, visit1Town: '40210' }, months, today)
    expect(given).toEqual({
      report: {
        month: '2027-01-01',
        hours: 8,
        done: '手の時間を測った',
        visits: [{ visitedOn: '2027-01-18', prefecture: 40, municipality: '40210' }],
      },
    })
  })

  it('may be of no hours and no words', () => {
    expect(reportOf({ ...answers, hours: 0, done: '' }, months, today)).toHaveProperty('report.hours', 0)
  })

  test.each([
    [{ done: ' ' }, 'done'],
    [{ month: '2027-02-01' }, 'month'],
    [{ visit2Day: 18 }, 'visit2Town'],
    [{ visit2Day: 18, visit2Town: '99999' }, 'visit2Town'],
    [{ visit1Town: '40210' }, 'visit1Day'],
    [{ visit1Town: '40210', visit1Day: 21 }, 'visit1Day'],
    [{ month: '2026-12-01', visit1Town: '40210', visit1Day: 32 }, 'visit1Day'],
  ])('with %j has to be mended at %s', (change, field) => {
    expect(Object.keys((reportOf({ ...answers, ...change }, months, today) as { errors: object }).errors)).toEqual([
      field,
    ])
  })
})

it('names a month', () => expect(monthName('2026-12-01')).toBe('2026年12月'))
