import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyProject, anyTalent, WORLD, withIds } from './arbitrary.ts'
import { explain, REASON_POINTS } from './explain.ts'
import { AT, FACTOR_COUNT, FACTOR_NAMES, FACTORS } from './factors.ts'
import { fixedTables } from './fixed.ts'
import { createModel } from './model.ts'
import { chances } from './points.ts'
import { PRIOR } from './prior.ts'
import { rankForReading } from './rank.ts'
import { projectColumns, talentColumns } from './records.ts'

describe('explain', () => {
  test('three strongest reasons, the worst shortfall as doubt', () => {
    const points = new Int16Array(FACTOR_COUNT)
    points[AT.code] = 9000
    points[AT.tie] = 3000
    points[AT.hours] = 2000
    points[AT.industry] = 1500
    points[AT.fee] = -12000
    expect(explain(points)).toEqual({ reasons: [AT.code, AT.tie, AT.hours], doubt: AT.fee })
  })

  test('crowding is never a reason nor a doubt, and nothing is both', () => {
    fc.assert(
      fc.property(fc.int16Array({ minLength: FACTOR_COUNT, maxLength: FACTOR_COUNT }), (points) => {
        const { reasons, doubt } = explain(points)
        expect(reasons.length).toBeLessThanOrEqual(3)
        expect([...reasons, doubt]).not.toContain(AT.crowding)
        expect(reasons).not.toContain(doubt)
        for (const factor of reasons) expect(points[factor]).toBeGreaterThanOrEqual(REASON_POINTS)
      }),
    )
  })

  test('points of another length are refused', () => {
    expect(() => explain(new Int16Array(3))).toThrow('points: 3 values, must be 12')
  })

  test('no row stands above the yardstick of its query, in both directions', () => {
    fc.assert(
      fc.property(anyTalent, anyProject, (talent, project) => {
        const people = createModel({ ...WORLD, side: 'talents', rows: talentColumns(withIds([talent]), 8) })
        const postings = createModel({ ...WORLD, side: 'projects', rows: projectColumns(withIds([project]), 8) })
        for (const { ranked, yardstick } of [rankForReading(people, project, 1), rankForReading(postings, talent, 1)]) {
          for (const { points } of ranked) {
            for (let factor = 0; factor < AT.crowding; factor++) {
              expect(points[factor]).toBeLessThanOrEqual(yardstick.best[factor]!)
            }
          }
        }
      }),
    )
  })

  test('a good record of the company itself is no reason for a person', () => {
    const rows = talentColumns(withIds([{ hours: 10 }]), 8)
    const project = { hours: 10, record: { finished: 20, confirmed: 20 } }
    const { ranked, yardstick } = rankForReading(createModel({ ...WORLD, side: 'talents', rows }), project, 1)
    expect(ranked[0]!.points[AT.record]).toBeGreaterThan(REASON_POINTS)
    expect(explain(ranked[0]!.points, yardstick).reasons).not.toContain(AT.record)
  })
})

test('every factor is described once, in order', () => {
  expect(FACTORS.map(({ key }) => key)).toEqual([...FACTOR_NAMES])
  expect(FACTORS.filter(({ shown }) => !shown).map(({ key }) => key)).toEqual(['crowding'])
})

test('the two chances are logistic in base + points', () => {
  const tables = fixedTables(PRIOR)
  const none = new Int16Array(FACTOR_COUNT)
  const { apply, offer, both } = chances(tables, { apply: none, offer: none })
  expect(apply).toBeCloseTo(1 / (1 + Math.exp(3.2)), 4)
  expect(both).toBe(apply * offer)
})

test('weights that do not fit are refused', () => {
  const wrong = (tables: object) => () => fixedTables({ ...PRIOR, tables: { ...PRIOR.tables, ...tables } })
  expect(wrong({ motive: { apply: [0], offer: [0] } })).toThrow('weights.motive.apply: 1 bins, must be 6')
  expect(wrong({ industry: { apply: [0, 0, 0, Number.NaN], offer: [0, 0, 0, 0] } })).toThrow(
    'weights.industry.apply[3]',
  )
  expect(wrong({ industry: { apply: [0, 0, 0, 5], offer: [0, 0, 0, 5] } })).toThrow('more than 8 logits')
})
