import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actsOpenTo,
  applicationNumber,
  asToldToTalent,
  canBe,
  canUndo,
  type Dated,
  stateOf,
  TRANSITIONS,
  undoOpenTo,
} from './state.ts'

const at = new Date('2026-11-23T01:00:00Z')
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
const none: Dated = {
  ...{ sentAt: null, readAt: null, shortlistedAt: null, interviewAt: null, offeredAt: null },
  ...{ acceptedAt: null, declinedAt: null, withdrawnAt: null, lapsedAt: null },
}
const sent: Dated = { ...none, sentAt: at }

const FACTS = Object.keys(none) as (keyof Dated)[]
const dated = fc
  .record(Object.fromEntries(FACTS.map((fact) => [fact, fc.option(fc.constant(at))])))
  .map((facts) => facts as Dated)

describe('stateOf', () => {
  it('follows the facts from a draft to an acceptance', () => {
    const way = ['sentAt', 'readAt', 'shortlistedAt', 'interviewAt', 'offeredAt', 'acceptedAt'] as const
    const states = way.map((_, n) =>
      stateOf({ ...none, ...Object.fromEntries(way.slice(0, n + 1).map((f) => [f, at])) }),
    )
    expect([stateOf(none), ...states]).toEqual([
      ...['draft', 'sent', 'read', 'shortlisted', 'interview', 'offered', 'accepted'],
    ])
  })

  it('may leave steps out', () => {
    expect(stateOf({ ...sent, offeredAt: at })).toBe('offered')
    expect(stateOf({ ...sent, declinedAt: at })).toBe('declined')
  })

  it('an end is an end whatever came before', () => {
    fc.assert(
      fc.property(dated, (facts) => {
        const ended = facts.withdrawnAt ?? facts.acceptedAt ?? facts.declinedAt ?? facts.lapsedAt
        expect(['accepted', 'declined', 'withdrawn', 'lapsed'].includes(stateOf(facts))).toBe(ended !== null)
      }),
    )
  })
})

describe('the transition table', () => {
  it('names every act once, and none leads out of an acceptance or a lapse', () => {
    expect(new Set(TRANSITIONS.map(({ act }) => act)).size).toBe(TRANSITIONS.length)
    for (const { from } of TRANSITIONS) {
      expect(from).not.toContain('accepted')
      expect(from).not.toContain('lapsed')
    }
  })

  it('opens to a side only what is its own and what may be', () => {
    fc.assert(
      fc.property(dated, fc.constantFrom('company' as const, 'talent' as const), (facts, side) => {
        for (const act of actsOpenTo(side, facts)) {
          expect(canBe(act, facts)).toBe(true)
          expect(TRANSITIONS.find((one) => one.act === act)!.who).toBe(side)
        }
      }),
    )
  })
})

describe('undoing', () => {
  it('is possible for thirty minutes', () => {
    const declined = { ...sent, declinedAt: at }
    expect(canUndo('application.undeclined', declined, later(29))).toBe(true)
    expect(canUndo('application.undeclined', declined, later(30))).toBe(false)
    expect(undoOpenTo('company', declined, later(1))).toBe('application.undeclined')
    expect(undoOpenTo('talent', declined, later(1))).toBe(null)
  })

  it('brings back only what nobody had read', () => {
    const withdrawn = { ...sent, withdrawnAt: at }
    expect(canUndo('application.restored', withdrawn, later(1))).toBe(true)
    expect(canUndo('application.restored', { ...withdrawn, readAt: at }, later(1))).toBe(false)
  })

  it('a refusal that can be taken back has not been said yet', () => {
    const declined = { ...sent, readAt: at, declinedAt: at, runnerUpAt: null, declineReason: 'fee' }
    expect(stateOf(asToldToTalent(declined, later(29)))).toBe('read')
    expect(asToldToTalent(declined, later(29)).declineReason).toBe(null)
    expect(stateOf(asToldToTalent(declined, later(30)))).toBe('declined')
  })
})

it('is called by a number that can be read out', () => {
  expect(applicationNumber({ number: 5001 })).toMatch(/^応募 5001-\d$/)
})
