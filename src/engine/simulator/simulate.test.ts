import fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimate } from '../estimate.ts'
import { createDraws } from './draws.ts'
import { bottomTenth, gini } from './figures.ts'
import { PLANNER_NAMES, PLANNERS } from './planners.ts'
import { run } from './run.ts'
import { SETTING } from './setting.ts'
import { simulate } from './simulate.ts'
import { createWorld } from './world.ts'

const settings = fc.record({
  people: fc.integer({ min: 0, max: 25 }),
  projects: fc.integer({ min: 0, max: 10 }),
  days: fc.integer({ min: 1, max: 25 }),
  shown: fc.integer({ min: 1, max: 12 }),
  visiting: fc.constantFrom(0, 0.3, 1),
  answerEvery: fc.integer({ min: 1, max: 4 }),
  openFor: fc.integer({ min: 1, max: 20 }),
  contractFor: fc.integer({ min: 1, max: 10 }),
  looking: fc.constantFrom(0, 0.3, 1),
  approaches: fc.integer({ min: 1, max: 4 }),
  approached: fc.integer({ min: 1, max: 3 }),
  unknown: fc.constantFrom(0, 0.7),
  seed: fc.nat({ max: 1000 }),
})

test('nobody is given more than they have: openings, hours, one contract a pair, and only while both are there', () => {
  fc.assert(
    fc.property(settings, fc.constantFrom(...PLANNER_NAMES), ({ seed, ...changes }, method) => {
      const setting = { ...SETTING, ...changes }
      const world = createWorld(setting, seed)
      const { matches, figures } = run(setting, world, PLANNERS[method], seed)
      const { people, projects } = world
      for (const [project, openings] of projects.openings.entries())
        expect(matches.filter((one) => one.project === project).length).toBeLessThanOrEqual(openings)
      for (const [person, hours] of people.hours.entries()) {
        for (let day = 0; day < setting.days; day++) {
          const busy = matches.filter(
            (one) => one.person === person && one.day <= day && day < one.day + setting.contractFor,
          )
          expect(busy.reduce((sum, { project }) => sum + projects.hours[project]!, 0)).toBeLessThanOrEqual(hours)
        }
      }
      expect(new Set(matches.map(({ person, project }) => `${person} ${project}`)).size).toBe(matches.length)
      for (const { day, person, project } of matches) {
        expect(day).toBeGreaterThanOrEqual(Math.max(people.arrives[person]!, projects.arrives[project]!))
        expect(day).toBeLessThan(projects.arrives[project]! + setting.openFor)
      }
      const byApproach = matches.filter(({ way }) => way === 'approached')
      if (setting.looking === 0) expect(byApproach).toEqual([])
      // Those who said yes are at most those who were asked.
      for (const [name, most] of [
        ['project', setting.approaches],
        ['person', setting.approached],
      ] as const) {
        const weekly = byApproach.map((one) => `${one[name]} ${Math.floor(one.day / 7)}`)
        for (const week of weekly) expect(weekly.filter((one) => one === week).length).toBeLessThanOrEqual(most)
      }
      for (const name of [
        ...(['fill', 'placed', 'gini', 'bottom', 'coverage', 'peopleGini', 'peopleBottom', 'neverShown'] as const),
      ]) {
        expect(figures[name]).toBeGreaterThanOrEqual(0)
        expect(figures[name]).toBeLessThanOrEqual(1 + 1e-12)
      }
    }),
    { numRuns: 150 },
  )
})

test('what is looked at is in the hands of the method, who likes whom is not', () => {
  const world = createWorld(SETTING, 5)
  expect(createWorld(SETTING, 5)).toEqual(world)
  expect(createWorld(SETTING, 6).truth.wants.values).not.toEqual(world.truth.wants.values)
})

test('knowing both sides brings more matches than knowing one, and ours buries fewer than both', () => {
  const [naive, product, annealed] = simulate(['naive', 'product', 'annealed'], {
    runs: 3,
    seed: 11,
    people: 120,
    projects: 50,
  })
  expect(product!.figures.matches.mean).toBeGreaterThan(naive!.figures.matches.mean)
  expect(annealed!.figures.matches.mean).toBeGreaterThan(naive!.figures.matches.mean)
  expect(annealed!.figures.gini.mean).toBeLessThan(product!.figures.gini.mean)
  expect(annealed!.figures.bottom.mean).toBeGreaterThan(product!.figures.bottom.mean)
})

/** What came out when there were no companies that look: by method, in their order. */
const BEFORE = {
  matches: [53, 59.5, 57, 58.5, 58.5, 58, 57.5],
  gini: [
    0.4311533181743601, 0.36051182956103345, 0.2215823835452296, 0.2766815928058843, 0.19958678275579422,
    0.22470466999708427, 0.22272367276800004,
  ],
}

test('while companies wait for applications nothing is otherwise than before there were any that look', () => {
  const size = { people: 120, projects: 50, days: 40 }
  const compared = simulate(PLANNER_NAMES, { ...size, runs: 2, seed: 5 })
  expect(compared.map(({ figures }) => figures.matches.mean)).toEqual(BEFORE.matches)
  expect(compared.map(({ figures }) => figures.gini.mean)).toEqual(BEFORE.gini)
  for (const { figures } of compared) {
    const { applied, approached, neverShown, peopleGini } = figures
    expect([applied.mean, approached.mean]).toEqual([figures.matches.mean, 0])
    expect([neverShown.mean, peopleGini.mean]).toEqual([1, 0])
  }
})

test('companies that look bring more matches; lists by what one side wants bury more people than ours', () => {
  const market = { runs: 3, seed: 11, people: 120, projects: 50 }
  const [naive, annealed] = simulate(['naive', 'annealed'], { ...market, looking: 0.1 })
  const [waiting] = simulate(['annealed'], market)
  expect(annealed!.figures.matches.mean).toBeGreaterThan(waiting!.figures.matches.mean)
  expect(annealed!.figures.approached.mean).toBeGreaterThan(0)
  expect(annealed!.figures.peopleGini.mean).toBeLessThan(naive!.figures.peopleGini.mean)
  expect(annealed!.figures.peopleBottom.mean).toBeGreaterThan(naive!.figures.peopleBottom.mean)
  expect(annealed!.figures.neverShown.mean).toBeLessThanOrEqual(naive!.figures.neverShown.mean)
})

test('every method gives companies lists of people, each by its own rule', () => {
  // Three people, two projects; the first is wanted by both most and wants neither much, the last the other way round.
  const market = {
    wants: { rows: 3, columns: 2, values: Float64Array.of(0.1, 0.1, 0.4, 0.5, 0.9, 0.8) },
    wanted: { rows: 2, columns: 3, values: Float64Array.of(0.9, 0.6, 0.2, 0.8, 0.7, 0.3) },
  }
  const looked = { left: Float64Array.of(1, 0.5), right: Float64Array.of(1, 0.5, 0.3) }
  const nothing = { trials: new Float64Array(3), more: new Float64Array(3), variance: new Float64Array(3) }
  const morning = {
    ...{ day: 0, people: Int32Array.of(0, 1, 2), projects: Int32Array.of(0, 1), market, looked, places: 3 },
    ...{ openings: Float64Array.of(1, 1), hours: Float64Array.of(9, 9, 9), wantedHours: Float64Array.of(5, 5) },
    ...{ waiting: () => 0, known: { people: nothing, projects: nothing } },
    random: { left: () => 0, right: () => 0 },
  }
  const listsBy = (name: (typeof PLANNER_NAMES)[number]) => {
    const { right } = PLANNERS[name](morning)
    return [Array.from(right(0)), Array.from(right(1))]
  }
  expect(listsBy('naive')).toEqual([
    [0, 1, 2],
    [0, 1, 2],
  ])
  expect(listsBy('product')).toEqual([
    [1, 2, 0],
    [1, 2, 0],
  ])
  expect(listsBy('tec-like')).toEqual(listsBy('product'))
  // One hour too few for both: the second project, which gains more, has the person first.
  expect(listsBy('greedy')).toEqual([
    [2, 1, 0],
    [1, 2, 0],
  ])
  for (const name of PLANNER_NAMES) for (const list of listsBy(name)) expect(list.toSorted()).toEqual([0, 1, 2])
})

test('a market in which nobody comes, or one side is empty, has no matches and no error', () => {
  for (const changes of [{ visiting: 0 }, { people: 0 }, { projects: 0 }]) {
    const outcomes = simulate(PLANNER_NAMES, { runs: 2, seed: 0, people: 30, projects: 10, days: 10, ...changes })
    for (const { figures, more } of outcomes) {
      expect(figures.matches).toEqual({ mean: 0, error: 0 })
      expect(figures.gini.mean >= 0 && figures.gini.mean <= 1).toBe(true)
      expect(more.mean).toBe(0)
    }
  }
})

test.each([
  [{ people: -1 }, 'people: -1 is not a whole number from 0 on'],
  [{ days: 0 }, 'days: 0 is not a whole number from 1 on'],
  [{ shown: 1.5 }, 'shown: 1.5'],
  [{ looking: 1.1 }, 'looking: 1.1 is not from 0 to 1'],
  [{ approaches: 0 }, 'approaches: 0 is not a whole number from 1 on'],
  [{ visiting: Number.NaN }, 'visiting: NaN is not from 0 to 1'],
  [{ doubt: -1 }, 'doubt: -1 is not from 0'],
  [{ runs: 0 }, 'runs: 0 is not a whole number from 1 on'],
])('a setting that no market has: %j', (changes, message) => {
  expect(() => simulate(['naive'], { runs: 1, seed: 0, ...changes })).toThrow(message)
})

test('draws belong to their numbers, fill [0, 1) alike, and neighbours have nothing to do with each other', () => {
  const draws = createDraws(9)
  expect(draws(1, 2, 3)).toBe(createDraws(9)(1, 2, 3))
  expect(new Set([draws(1, 2, 3), draws(3, 2, 1), draws(1, 2), draws(1, 2, 3, 0), createDraws(8)(1, 2, 3)]).size).toBe(
    5,
  )
  const tenths = new Int32Array(10)
  let together = 0
  const count = 40_000
  for (let n = 0; n < count; n++) {
    const [one, next] = [draws(4, n, 7), draws(4, n + 1, 7)]
    tenths[Math.floor(one * 10)]!++
    together += (one - 0.5) * (next - 0.5) * 12
  }
  // Five standard errors, of a count and of a correlation.
  for (const tenth of tenths) expect(Math.abs(tenth - count / 10)).toBeLessThan(5 * Math.sqrt(count * 0.09))
  expect(Math.abs(together / count)).toBeLessThan(5 / Math.sqrt(count))
})

test('figures of a list that can be worked out by hand', () => {
  expect(gini(Float64Array.of(1, 1, 1, 1))).toBe(0)
  expect(gini(Float64Array.of(0, 0, 0, 1))).toBe(0.75)
  expect(gini(Float64Array.of(1, 2, 3))).toBeCloseTo(2 / 9, 12)
  expect(bottomTenth(Float64Array.of(1, 2, 3))).toBe(0.5)
  expect(bottomTenth(Float64Array.from({ length: 20 }, (_, at) => at + 1))).toBeCloseTo(1.5 / 10.5, 12)
  expect(estimate([1, 2, 3])).toEqual({ mean: 2, error: Math.sqrt(1 / 3) })
})
