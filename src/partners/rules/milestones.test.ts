import { expect, test } from 'vitest'
import { isBusinessDay } from '../../lib/time.ts'
import { MILESTONES, milestonesInOrder, OF_BANKS, OF_TOWN_HALLS, usualMilestones } from './milestones.ts'

test('a usual year goes from asking for money to the report, on days on which an office is open', () => {
  for (const year of [2024, 2026, 2027, 2030]) {
    const days = milestonesInOrder(usualMilestones(OF_TOWN_HALLS, year))
    expect(days.map(({ id }) => id)).toEqual(MILESTONES.map(({ id }) => id))
    expect(days.filter(({ day }) => !isBusinessDay(day))).toEqual([])
    expect([days[0]!.day.slice(0, 7), days.at(-1)!.day > `${year + 1}-03-27`]).toEqual([`${year - 1}-10`, true])
  }
  expect(usualMilestones(OF_BANKS, 2026)).toEqual({
    ...{ budget: '2026-02-02', start: '2026-04-15', next: '2027-02-01', report: '2027-03-31' },
  })
})
