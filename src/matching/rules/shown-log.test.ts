import { expect, test } from 'vitest'
import { PRIOR } from '../../engine/engine.ts'
import { evaluate } from '../../engine/evaluation/evaluate.ts'
import { packBins } from '../../engine/learning/packed.ts'
import { examination } from '../../engine/market/examination.ts'
import type { PairBins } from '../../engine/points.ts'
import { isCovered, isTelling } from './findings.ts'
import { findingsOf } from './measuring.ts'
import { stillNeeded } from './needed.ts'
import { type SentApplication, type ShownList, shownLog, shownOutcomes } from './shown-log.ts'
import { EXPERT, isEnough, isProven } from './weights.ts'

const DAY = 86_400_000
const NOW = new Date('2026-11-23T01:00:00Z')
const before = (days: number) => new Date(NOW.getTime() - days * DAY)
const attention = examination('inv', 50)
const side = Object.fromEntries(Object.keys(PRIOR.tables).map((name) => [name, 1])) as PairBins['apply']
const bins = packBins({ apply: side, offer: side })

function list(talentId: string, days: number, more: Partial<ShownList> = {}): ShownList {
  return {
    ...{ talentId, shownAt: before(days), ids: ['a', 'b'], fit: ['b', 'a'], shown: ['a', 'b'] },
    ...{ chances: [0.5, 0.5], seen: [0.75, 0.75], bins: [...bins, ...bins, ...bins, ...bins], ...more },
  }
}

function sent(talentId: string, projectId: string, days: number, more: Partial<SentApplication> = {}): SentApplication {
  return {
    ...{ talentId, projectId, sentAt: before(days), answerBy: before(days - 7) },
    ...{ shortlisted: false, offered: false, accepted: false, contracted: false, declined: false, withdrawn: false },
    ...more,
  }
}

test('an application counts once: for the last list before it that showed the project, within two weeks', () => {
  const lists = [list('x', 40), list('x', 30), list('x', 30, { ids: ['c', 'd'], fit: ['d', 'c'] }), list('y', 40)]
  const applied = (...all: SentApplication[]) =>
    shownLog(lists, all, 'applications', attention, NOW)
      .log.filter((one) => one.applied)
      .map(({ row, place }) => `${row} ${place}`)
  expect(applied(sent('x', 'a', 29))).toEqual(['1 0'])
  expect(applied(sent('x', 'b', 35))).toEqual(['0 1'])
  expect(applied(sent('x', 'a', 41))).toEqual([])
  expect(applied(sent('x', 'a', 15))).toEqual([])
  expect(applied(sent('y', 'c', 39))).toEqual([])
  expect(applied(sent('y', 'a', 39), sent('x', 'c', 29))).toEqual(['2 0', '3 0'])
})

test('lists whose time is not over are left out, for answers longer', () => {
  const lists = [list('x', 70), list('y', 20), list('z', 3)]
  expect(new Set(shownLog(lists, [], 'applications', attention, NOW).log.map(({ row }) => row)).size).toBe(2)
  expect(new Set(shownLog(lists, [], 'acceptances', attention, NOW).log.map(({ row }) => row)).size).toBe(1)
})

test('what the other order shows is weighed by how much of it was seen', () => {
  const lists = [list('x', 20), list('y', 20), list('z', 20)]
  const { log, policy, model, by } = shownLog(lists, [sent('x', 'a', 19)], 'applications', attention, NOW)
  const { present, estimates, weights } = evaluate(log, policy, { model, byAttention: by, seed: 1 })
  expect(present.value).toBeCloseTo(1 / 3, 12)
  // a stands second by agreement, where half is seen of it; in the log three quarters were.
  expect(estimates.get('ips')!.value).toBeCloseTo(1 / 3 / 1.5, 12)
  expect(weights.mean).toBeCloseTo((0.5 / 0.75 + 0.5 * (1 / 0.75)) / 1.5, 12)
})

test('for learning only what was seen counts, where it was seen; who took an application back was not refused', () => {
  const lists = [list('x', 20, { shown: ['new', 'b'] }), list('y', 3)]
  const told = (one: SentApplication) => shownOutcomes(lists, [one], attention, NOW)[0]!
  const [one, ...young] = shownOutcomes(lists, [], attention, NOW)
  expect(one).toMatchObject({ attention: 0.5, reached: 'shown', waiting: false })
  expect(young.map(({ waiting }) => waiting)).toEqual([true, true])
  expect(told(sent('x', 'b', 19))).toMatchObject({ reached: 'applied', waiting: true })
  expect(told(sent('x', 'b', 19, { answerBy: null }))).toMatchObject({ waiting: true })
  expect(told(sent('x', 'b', 19, { declined: true }))).toMatchObject({ reached: 'applied', waiting: false })
  expect(told(sent('x', 'b', 19, { withdrawn: true }))).toMatchObject({ reached: 'applied', waiting: true })
  expect(told(sent('x', 'b', 19, { answerBy: before(14) }))).toMatchObject({ reached: 'applied', waiting: false })
  expect(told(sent('x', 'b', 19, { offered: true }))).toMatchObject({ reached: 'offered' })
  expect(told(sent('x', 'b', 19, { offered: true, contracted: true }))).toMatchObject({ reached: 'contracted' })
})

test('of nothing nothing is told, and there is nothing to learn', () => {
  const asked = { inUse: EXPERT, now: NOW, seed: 1 }
  const none = findingsOf({ ...asked, lists: [], sent: [] }, 'inv')
  expect(none).toMatchObject({ shown: 0, learned: null, applications: { lists: 0, compared: null } })
  const few = findingsOf({ ...asked, lists: [list('x', 20)], sent: [sent('x', 'a', 19)] }, 'inv')
  expect(few.applications).toEqual({ lists: 1, people: 1, events: 1, compared: null })
  expect(few.outcomes).toEqual({ apply: { came: 1, not: 1 }, offer: { came: 0, not: 0 } })
})

test('how much is enough, covered and proven', () => {
  expect(isTelling({ lists: 300, people: 100, events: 20 })).toBe(true)
  expect(isTelling({ lists: 300, people: 99, events: 200 })).toBe(false)
  expect(isTelling({ lists: 300, people: 100, events: 19 })).toBe(false)
  const figure = { value: 0, low: 0, high: 0 }
  const covered = (mean: number) =>
    isCovered({ present: figure, estimates: [], weights: { effective: 1, largest: 1, mean } })
  expect([0.8, 0.9, 1, 1.1, 1.2].map(covered)).toEqual([false, true, true, true, false])
  const outcomes = { apply: { came: 100, not: 1000 }, offer: { came: 40, not: 60 } }
  expect(isEnough(outcomes)).toBe(true)
  expect(isEnough({ ...outcomes, offer: { came: 90, not: 39 } })).toBe(false)
  const proof = (low: number, high: number) => ({
    ...{ count: 1, came: 1, ece: { present: 0, learned: 0 } },
    better: { value: 0, normal: [low, high] as const },
  })
  expect(isProven({ apply: proof(0.1, 0.2), offer: proof(-0.1, 0.1) })).toBe(true)
  expect(isProven({ apply: proof(-0.1, 0.2), offer: proof(-0.1, 0.1) })).toBe(false)
  expect(isProven({ apply: proof(0.1, 0.2), offer: proof(-0.2, -0.1) })).toBe(false)
})

test('what is missing is said without what is there', () => {
  expect(
    stillNeeded([
      [1200, '人'],
      [0, '件'],
      [3, '枚'],
    ]),
  ).toBe('1,200人と3枚')
})
