import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawHalf } from '../../engine/evaluation/trial.ts'
import { createMersenne } from '../../engine/market/mersenne.ts'
import type { ClusterCount } from '../schema.ts'
import { CLUSTERS, clusterOf } from './clusters.ts'
import { armsOf, comparedOf, halfCount, measurableAt, missingFor, nameOf, stateOf } from './trials.ts'

/** The clusters of a trial that was drawn by a seed, with so many open projects in each. */
function drawn(open: readonly number[], seed: number) {
  const second = drawHalf(open, createMersenne(seed))
  return CLUSTERS.map((cluster, at) => ({ ...cluster, projects: open[at]!, second: second[at]! }))
}

const openArbitrary = fc.array(fc.nat(50), { minLength: CLUSTERS.length, maxLength: CLUSTERS.length })

test('a seed draws the same halves again, eight clusters each, and neighbours in a cluster are never parted', () => {
  fc.assert(
    fc.property(openArbitrary, fc.nat(), (open, seed) => {
      const clusters = drawn(open, seed)
      expect(drawn(open, seed)).toEqual(clusters)
      expect(clusters.filter(({ second }) => second)).toHaveLength(CLUSTERS.length / 2)
      const projects = Array.from({ length: 47 }, (_, at) => ({ id: String(at), prefecture: at + 1 }))
      const arms = armsOf(clusters, projects, new Map())
      for (const [at, { prefecture }] of projects.entries()) {
        expect(arms.clusters[at]).toBe(clusterOf(CLUSTERS, prefecture))
        expect(arms.second[at]).toBe(clusters[arms.clusters[at]!]!.second)
      }
    }),
    { numRuns: 20 },
  )
})

test('no draw is further from even than three in four of all halves are', () => {
  fc.assert(
    fc.property(openArbitrary, fc.nat(), (open, seed) => {
      const off = (second: readonly boolean[]) =>
        Math.abs(open.reduce((sum, projects, at) => sum + (second[at] ? projects : -projects), 0))
      const own = off(drawn(open, seed).map(({ second }) => second))
      const { random } = createMersenne(seed % 1000)
      const others = Array.from({ length: 400 }, () => {
        const order = CLUSTERS.map((_, at) => ({ at, drawn: random() })).sort((a, b) => a.drawn - b.drawn)
        return off(CLUSTERS.map((_, at) => order.findIndex((one) => one.at === at) < CLUSTERS.length / 2))
      })
      // A quarter of 400, with five standard errors.
      expect(others.filter((one) => one < own).length).toBeLessThan(100 + 44)
    }),
    { numRuns: 20 },
  )
})

test('a project stays in the cluster it was in first, and one without a place is shown as before', () => {
  const clusters = drawn(Array(CLUSTERS.length).fill(3), 1)
  const other = clusters.findIndex(({ second }) => second)
  const projects = [
    { id: 'a', prefecture: clusters.find(({ second }) => !second)!.prefectures[0]! },
    { id: 'b', prefecture: null },
  ]
  expect(armsOf(clusters, projects, new Map([['a', other]]))).toEqual({ clusters: [other, -1], second: [true, false] })
})

test('states follow the dates, and the planned end ends a trial whoever looks', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day))
  const dates = { begunAt: at(1), endsAt: at(20), endedAt: null, measuredAt: null }
  expect(stateOf({ ...dates, begunAt: null, endsAt: null }, at(9))).toBe('drawn')
  expect(stateOf(dates, at(19))).toBe('running')
  expect(stateOf(dates, at(20))).toBe('ended')
  expect(stateOf({ ...dates, endedAt: at(5) }, at(6))).toBe('ended')
  expect(stateOf({ ...dates, endedAt: at(5), measuredAt: at(5) }, at(6))).toBe('measured')
  expect(measurableAt({ measure: 'applications', endedAt: null, endsAt: at(20) })).toEqual(at(20))
  expect(measurableAt({ measure: 'acceptances', endedAt: at(5), endsAt: at(20) })).toEqual(at(51))
})

test('a trial is named after what differs', () => {
  const aim = { alpha: 100, places: 12, floor: 20 }
  expect(nameOf(aim, { ...aim, places: 8 })).toBe('一覧の長さを変える')
  expect(nameOf(aim, { alpha: 0, places: 12, floor: 50 })).toBe('力の入れ方・守る下限を変える')
})

test('a difference is told of enough only, and an end that is none is left out', () => {
  const clusters = drawn(Array(CLUSTERS.length).fill(4), 3)
  const second = clusters.map((cluster) => cluster.second)
  const counts = (first: number, other: number, from = CLUSTERS.length): ClusterCount[] =>
    clusters.map((cluster, at) => ({
      ...{ projects: at < from ? 4 : 0, acceptances: 0 },
      applications: at < from ? (cluster.second ? other : first) : 0,
    }))
  const told = comparedOf({ clusters, measure: 'applications' }, counts(1, 3))!
  expect(told.difference).toBeCloseTo(0.5, 12)
  expect(told.chance).toBeLessThan(0.01)
  expect(told.interval.every((end) => end === null || Number.isFinite(end))).toBe(true)
  expect(halfCount(counts(1, 3), second, true)).toEqual({ projects: 32, applications: 24, acceptances: 0 })
  expect(comparedOf({ clusters, measure: 'acceptances' }, counts(1, 3))).toBeNull()
  expect(comparedOf({ clusters, measure: 'applications' }, counts(5, 5, 9))).toBeNull()
  expect(missingFor(counts(0, 1), 'applications')).toEqual({ events: 12, clusters: 0 })
  expect(missingFor(counts(5, 5, 9), 'applications')).toEqual({ events: 0, clusters: 1 })
})
