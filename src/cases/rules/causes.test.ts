import { expect, test } from 'vitest'
import { CAUSES, pitfallsOf, type Signs, suspectedCauses } from './causes.ts'

const SIGNS: Signs = {
  ...{ outcome: 'unfilled', applicants: 0, fee: 20_000, lowFee: 30_000, codes: 4, musts: 4, late: 0 },
  ...{ noticeBy: null, differed: false },
}

test('says what the figures point to, in the words of the data', () => {
  expect(suspectedCauses(SIGNS)).toEqual(['noapplicants', 'lowfee', 'widescope'])
  expect(suspectedCauses({ ...SIGNS, applicants: 3, late: 2, lowFee: null, codes: 1 })).toEqual([
    'strict',
    'lateanswer',
  ])
  const early = { ...SIGNS, outcome: 'early', noticeBy: 'talent', differed: true, lowFee: null, codes: 1 } as const
  expect(suspectedCauses(early)).toEqual(['expectations', 'busy'])
  for (const cause of suspectedCauses(SIGNS)) expect(CAUSES.map(({ id }) => id)).toContain(cause)
  expect(new Set(CAUSES.map(({ id }) => id)).size).toBe(CAUSES.length)
})

test('warns of what can still be changed, and of nothing that cannot be compared', () => {
  expect(pitfallsOf(SIGNS).map(({ id }) => id)).toEqual(['lowfee', 'widescope', 'strict'])
  expect(pitfallsOf({ ...SIGNS, lowFee: null, codes: 1, musts: 1 })).toEqual([])
  expect(pitfallsOf({ ...SIGNS, fee: 0, codes: 1, musts: 1 })).toEqual([])
})
