import { expect, test } from 'vitest'
import { declinedWithin, nextTalksOf } from './next-talks.ts'

test('shares are told of five people on either side, and the parts of a sum together or not at all', () => {
  const of = (marked: boolean, people: number, went: number) => ({ marked, people, went })
  expect(nextTalksOf([])).toEqual([])
  expect(nextTalksOf([of(true, 9, 4), of(false, 3, 0)])).toEqual([])
  expect(nextTalksOf([of(true, 9, 9), of(false, 4, 0)])).toEqual([])
  expect(nextTalksOf([of(true, 9, 4), of(false, 30, 10)])).toEqual([{ who: 'all', people: 35, percent: 36 }])
  expect(nextTalksOf([of(true, 12, 6), of(false, 30, 10)])).toEqual([
    { who: 'all', people: 40, percent: 38 },
    { who: 'runners-up', people: 10, percent: 50 },
    { who: 'others', people: 30, percent: 33 },
  ])
})

test('the year ends thirty days before the month began, so that the figure stands still for a month', () => {
  const early = declinedWithin(new Date('2027-02-01T00:00:00Z'))
  expect(early).toEqual(declinedWithin(new Date('2027-02-28T14:00:00Z')))
  expect(early.until).toEqual(new Date('2027-01-01T15:00:00Z'))
})
