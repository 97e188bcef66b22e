import { describe, expect, it } from 'vitest'
import { handfulAt, inOrder, isNamed, markOf, waitInWords } from './choosing.ts'
import type { Dated } from './state.ts'

const at = new Date('2026-11-23T01:00:00Z')
const facts = (...given: (keyof Dated)[]): Dated =>
  Object.fromEntries(
    [
      ...(['sentAt', 'readAt', 'shortlistedAt', 'interviewAt', 'offeredAt'] as const),
      ...(['acceptedAt', 'declinedAt', 'withdrawnAt', 'lapsedAt'] as const),
    ].map((fact) => [fact, given.includes(fact) ? at : null]),
  ) as Dated
const noted = (set: object) => ({
  ...{ applicationId: 'a', companyId: 'c', namedAt: null, namedBy: null, laterAt: null, passedAt: null },
  ...{ consensus: null, consensusAt: null, consensusBy: null },
  ...set,
})

it('what was thought before an answer gives way to the answer', () => {
  expect(markOf(facts('sentAt'), null)).toBe(null)
  expect(markOf(facts('sentAt', 'readAt'), noted({ laterAt: at }))).toBe('later')
  expect(markOf(facts('sentAt', 'readAt'), noted({ passedAt: at }))).toBe('pass')
  expect(markOf(facts('sentAt', 'readAt', 'shortlistedAt'), noted({ passedAt: at }))).toBe(null)
})

it('a name is there once it was opened or the two talk', () => {
  expect(isNamed(facts('sentAt', 'shortlistedAt'), noted({}))).toBe(false)
  expect(isNamed(facts('sentAt'), noted({ namedAt: at }))).toBe(true)
  expect(isNamed(facts('sentAt', 'interviewAt'), null)).toBe(true)
})

it('waiting is counted by the days of the calendar in Japan', () => {
  expect(waitInWords({ sentAt: at }, at)).toBe('今日届きました')
  expect(waitInWords({ sentAt: at }, new Date('2026-11-23T15:30:00Z'))).toBe('1日お待ちです')
  expect(waitInWords({ sentAt: at }, new Date('2026-12-01T01:00:00Z'))).toBe('8日お待ちです')
})

describe('the order', () => {
  const line = (number: number, fit: number | null, day: number) => ({
    application: { number, sentAt: new Date(at.getTime() - day), answerBy: new Date(at.getTime() + day) },
    fit,
  })
  const lines = [line(1, null, 5), line(2, 10, 1), line(3, 20, 9), line(4, 10, 3)]
  const numbers = (order: 'fit' | 'sent' | 'answer') => inOrder(lines, order).map((one) => one.application.number)
  it('is by fit with those who cannot meet last, by arrival, or by promise', () => {
    expect(numbers('fit')).toEqual([3, 2, 4, 1])
    expect(numbers('sent')).toEqual([3, 1, 4, 2])
    expect(numbers('answer')).toEqual([2, 4, 1, 3])
  })
})

it.each([
  [undefined, 8, 0],
  ['3', 8, 3],
  ['5', 8, 3],
  ['99', 8, 6],
  ['6', 6, 3],
  ['-3', 8, 0],
  ['x', 8, 0],
  ['3', 0, 0],
] as const)('a handful at %s of %s begins at %s', (asked, count, begins) => {
  expect(handfulAt(asked, count)).toBe(begins)
})
