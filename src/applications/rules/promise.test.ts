import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersInWords, promiseStep } from './promise.ts'

const DAY = 86_400_000
const at = (days: number) => new Date(Date.UTC(2026, 10, 23) + days * DAY)
const order = [null, 'half', 'near', 'late']

test.each([
  [0, null],
  [3.4, null],
  [3.5, 'half'],
  [5.5, 'half'],
  [5.6, 'near'],
  [7, 'near'],
  [7.01, 'late'],
  [30, 'late'],
])('of a promise of seven days, after %s days: %s', (days, step) => {
  expect(promiseStep({ sentAt: at(0), answerBy: at(7) }, at(days))).toBe(step)
})

test('a step is never taken back as time goes on', () => {
  const days = fc.double({ min: 0, max: 60, noNaN: true })
  fc.assert(
    fc.property(days, days, days, (promise, one, other) => {
      const about = { sentAt: at(0), answerBy: at(promise) }
      const [earlier, later] = [at(Math.min(one, other)), at(Math.max(one, other))]
      expect(order.indexOf(promiseStep(about, later))).toBeGreaterThanOrEqual(
        order.indexOf(promiseStep(about, earlier)),
      )
    }),
  )
})

test('nothing was promised before it was sent', () => {
  expect(promiseStep({ sentAt: null, answerBy: null }, at(9))).toBeNull()
})

test('figures are said only where they do not tell of single people', () => {
  expect(answersInWords({ asked: 4, inTime: 4, days: 1 })).toBe('まだ応募が少ないので、数は出していません')
  expect(answersInWords({ asked: 5, inTime: 4, days: 2.6 })).toBe(
    '約束の日までに、5件のうち4件に返事をしました。返事まで、ふつう3日です',
  )
  expect(answersInWords({ asked: 6, inTime: 0, days: null })).toBe('約束の日までに、6件のうち0件に返事をしました')
  expect(answersInWords({ asked: 6, inTime: 6, days: 0.1 })).toContain('ふつう1日')
})
