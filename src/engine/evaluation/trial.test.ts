import { expect, test } from 'vitest'
import { createMersenne } from '../market/mersenne.ts'
import { admissible, compareHalves, drawHalf } from './trial.ts'

const PEOPLE = [50, 20, 30, 25, 200, 30, 20, 60]
const LISTS = 4

/** Clusters of different kinds; the second setting adds `effect` events a list. */
function trial(seed: number, effect: number) {
  const mersenne = createMersenne(seed)
  const second = drawHalf(PEOPLE, mersenne)
  const clusters = PEOPLE.map((people, at) => {
    const mean = 0.3 + 0.1 * mersenne.normal() + (second[at] ? effect : 0)
    return { lists: people * LISTS, events: Math.max(0, people * LISTS * mean) }
  })
  return { clusters, second, ...compareHalves(clusters, second, PEOPLE) }
}

test('halves are drawn among those of about as many people, and the other half could always have been drawn too', () => {
  const halves = admissible(PEOPLE)
  // A quarter of the 70 halves, and those that are as even as the last of them.
  expect(halves.length).toBeGreaterThanOrEqual(18)
  expect(halves.length).toBeLessThan(35)
  const keys = new Set(halves.map((half) => half.join()))
  for (const half of halves) {
    expect(half.filter(Boolean)).toHaveLength(4)
    expect(keys).toContain(half.map((one) => !one).join())
  }
  const drawn = new Set(Array.from({ length: 400 }, (_, seed) => drawHalf(PEOPLE, createMersenne(seed)).join()))
  expect(drawn.size).toBe(halves.length)
  expect(drawHalf(PEOPLE, createMersenne(3))).toEqual(drawHalf(PEOPLE, createMersenne(3)))
})

test('the interval holds the true difference as often as it says, and without one the test hardly ever finds one', () => {
  const TRIALS = 300
  let [held, found] = [0, 0]
  for (let seed = 0; seed < TRIALS; seed++) {
    const { interval } = trial(seed, 0.05)
    if (interval[0] <= 0.05 && 0.05 <= interval[1]) held++
    if (trial(seed, 0).chance <= 0.12) found++
  }
  // Four standard errors of 300 trials are five points.
  expect(held / TRIALS).toBeGreaterThan(0.9)
  expect(found / TRIALS).toBeLessThan(0.2)
})

test('a large difference is found, with its sign', () => {
  const people = Array(12).fill(20) as number[]
  const second = drawHalf(people, createMersenne(1))
  const clusters = people.map((_, at) => ({ lists: 100, events: (second[at] ? 60 : 30) + at }))
  const { difference, chance, interval, draws } = compareHalves(clusters, second, people)
  expect(draws).toBe(924)
  expect(difference).toBeCloseTo(0.3, 1)
  expect(chance).toBeLessThan(0.01)
  expect(interval[0]).toBeGreaterThan(0.2)
  expect(interval[1]).toBeLessThan(0.4)
})

test('with too few draws for any level the interval says that it knows nothing', () => {
  const people = [1, 1, 1, 1]
  const { interval } = compareHalves(
    people.map((_, at) => ({ lists: 10, events: at })),
    [true, true, false, false],
    people,
  )
  expect(interval).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
})

test('what could not have been drawn and what cannot be counted is refused', () => {
  const { clusters, second } = trial(1, 0)
  const of =
    (some = clusters, half: readonly boolean[] = second, level = 0.05) =>
    () =>
      compareHalves(some, half, PEOPLE, level)
  expect(() => admissible([1, 2, 3])).toThrow('clusters: 3 is not an even number from 4 to 16')
  expect(() => admissible([1, Number.NaN, 3, 4])).toThrow('people of cluster 1: NaN')
  expect(
    of(
      clusters,
      PEOPLE.map(() => true),
    ),
  ).toThrow('no half that could have been drawn')
  expect(of(clusters.slice(1))).toThrow('clusters: 7 of 8')
  expect(of(clusters.with(0, { lists: 0, events: 1 }))).toThrow('cluster 0: 1 events of 0 lists')
  expect(of(clusters.with(2, { lists: 1.5, events: 1 }))).toThrow('cluster 2')
  expect(of(clusters.map((one, at) => (second[at] ? { lists: 0, events: 0 } : one)))).toThrow('none with the second')
  expect(of(clusters, second, 0)).toThrow('level: 0')
})
