import { expect, test } from 'vitest'
import { callsKept, funnelOf, NOT_YET, type Reached, reachedOf, STEPS } from './funnel.ts'

const day = (n: number) => new Date(Date.UTC(2026, 9, n, 1))
const reached = (steps: Partial<Reached>): Reached => ({
  ...{ opened: day(1), agreed: null, called: null },
  ...NOT_YET,
  ...steps,
})

test('who came to a later step has come to every one before, though no day of it is known', () => {
  const lines = funnelOf([
    reached({}),
    reached({ agreed: day(3) }),
    reached({ agreed: day(2), called: day(4), project: day(10), published: day(12) }),
    reached({ agreed: day(2), called: day(3), challenge: day(5), project: day(9), contract: day(30) }),
  ])
  expect(lines.map(({ count }) => count)).toEqual([4, 3, 2, 2, 2, 2, 1, 1])
  expect(lines.map(({ percent }) => percent)).toEqual([null, 75, 67, 100, 100, 100, 50, 100])
  // Two to the call: 2 and 1 days; one of the two to the challenge.
  expect(lines.map(({ days }) => days)).toEqual([null, 1, 1.5, 2, 4, 2, null, null])
})

test('slips that ended count as made, and of nobody there is no share', () => {
  expect(funnelOf([reached({ agreed: day(2) })], 3)[0]).toEqual({ step: 'opened', count: 4, percent: null, days: null })
  expect(funnelOf([reached({ agreed: day(2) })], 3)[1]).toMatchObject({ count: 1, percent: 25 })
  expect(funnelOf([])).toEqual(STEPS.map((step) => ({ step, count: 0, percent: null, days: null })))
  expect(funnelOf([reached({ agreed: day(2) })], 3, STEPS.slice(1))[0]).toMatchObject({ count: 1, percent: null })
})

test('days are those of Japan: late in the evening and early next morning are a day apart', () => {
  const [, agreed] = funnelOf([
    reachedOf(
      { openedAt: new Date('2026-10-01T14:59:00Z'), consentedAt: new Date('2026-10-01T15:01:00Z'), calledAt: null },
      NOT_YET,
    ),
  ])
  expect(agreed!.days).toBe(1)
})

test('a call on the promised day is in time until midnight in Japan; one that is due and was never made is late', () => {
  const callBy = '2026-10-05' as never
  const at = (text: string) => ({ callBy, calledAt: new Date(text), droppedAt: null })
  const waiting = { callBy, calledAt: null, droppedAt: null }
  const rung = [at('2026-10-05T14:59:00Z'), at('2026-10-05T15:00:00Z')]
  expect(callsKept([...rung, waiting], callBy)).toEqual({ due: 2, inTime: 1 })
  const later = '2026-10-06' as never
  expect(callsKept([...rung, waiting, { ...waiting, droppedAt: day(4) }], later)).toEqual({ due: 3, inTime: 1 })
})
