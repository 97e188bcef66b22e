import { describe, expect, it, test } from 'vitest'
import { legalDate } from '../../law/dates.ts'
import { parseForm } from '../../lib/input.ts'
import { reportableMonths, reportForm } from './months.ts'

const period = { from: legalDate('2026-12-10'), to: legalDate('2027-03-09') }
const months = [legalDate('2027-01-01'), legalDate('2026-12-01')]
const today = legalDate('2027-01-20')
const answers = {
  ...{ month: '2027-01-01', hours: '8', done: '手の時間を測った' },
  ...{ visit1Day: '', visit1Town: '', visit2Day: '', visit2Town: '', visit3Day: '', visit3Town: '' },
}
const read = (change: Partial<typeof answers>, on = today) =>
  parseForm(reportForm(months, period, on), { ...answers, ...change })
const errorsOf = (change: Partial<typeof answers>, on = today) => (read(change, on) as { errors: object }).errors

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
    expect(read({ visit1Day: '18', visit1Town: '40210' })).toEqual({
      ok: true,
      data: {
        month: '2027-01-01',
        hours: 8,
        done: '手の時間を測った',
        visits: [{ visitedOn: '2027-01-18', prefecture: 40, municipality: '40210' }],
      },
    })
  })

  it('may be of no hours and no words', () => {
    expect(read({ hours: '0', done: '' })).toHaveProperty('data.hours', 0)
  })

  test.each([
    [{ done: ' ' }, ['done']],
    [{ month: '2027-02-01' }, ['month']],
    [{ visit2Day: '18' }, ['visit2Town']],
    [{ visit2Day: '18', visit2Town: '99999' }, ['visit2Town']],
    [{ visit1Town: '40210' }, ['visit1Day']],
    [
      { hours: '2.5', done: '', visit1Day: '21', visit3Day: '5' },
      ['hours', 'done', 'visit1Day', 'visit1Town', 'visit3Town'],
    ],
    [{ hours: '', month: '', visit1Town: '1' }, ['month', 'hours', 'visit1Town']],
  ])('with %j has to be mended at %j, all at once', (change, fields) => {
    expect(Object.keys(errorsOf(change))).toEqual(fields)
  })

  const visit = { visit1Town: '40210' }
  test.each([
    [{ visit1Day: '21', ...visit }, today, '1回目の日は、1月1日から今日までの日を選んでください。'],
    [
      { month: '2026-12-01', visit1Day: '9', ...visit },
      today,
      '1回目の日は、契約の始まる12月10日から12月31日までの日を選んでください。',
    ],
    [
      { month: '2027-03-01', visit1Day: '10', ...visit },
      legalDate('2027-08-01'),
      '1回目の日は、3月1日から契約の終わる3月9日までの日を選んでください。',
    ],
  ])('says on which days a visit can have been: %j', (change, on, sentence) => {
    const all = reportableMonths(period, on)
    const form = parseForm(reportForm(all, period, on), { ...answers, ...change })
    expect(form).toMatchObject({ errors: { visit1Day: sentence } })
  })

  it('is of whole hours', () => {
    expect(errorsOf({ hours: '2.5' })).toEqual({ hours: '1時間単位で入れてください（例：3）。' })
  })
})
