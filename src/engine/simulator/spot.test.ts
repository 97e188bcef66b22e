import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PLANNER_NAMES } from './planners.ts'
import { compareSpot, createSpotWorld, runSpot, SPOT } from './spot.ts'

const settings = fc.record({
  workers: fc.integer({ min: 1, max: 25 }),
  templates: fc.integer({ min: 15, max: 30 }),
  days: fc.integer({ min: 1, max: 3 }),
  shown: fc.integer({ min: 1, max: 12 }),
  seed: fc.nat({ max: 1000 }),
})

test('nobody works twice a day and no shift is filled twice, by any method; the same seed brings the same', () => {
  fc.assert(
    fc.property(settings, fc.constantFrom(...PLANNER_NAMES), ({ seed, ...changes }, method) => {
      const setting = { ...SPOT, ...changes }
      const run = () => runSpot(setting, createSpotWorld(setting, seed), method, seed)
      const figures = run()
      for (const value of Object.values(figures)) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1 + 1e-12)
      }
      expect(run()).toEqual(figures)
    }),
    { numRuns: 100 },
  )
})

test('as many shifts are posted as are said, so that both shares tell of the same work', () => {
  const [{ figures }] = compareSpot(['naive'], { runs: 6, seed: 3, workers: 200, templates: 168 }) as [
    ReturnType<typeof compareSpot>[number],
  ]
  const shifts = figures.found.mean / figures.fill.mean
  expect(Math.abs(shifts - SPOT.perWorker)).toBeLessThan(0.1)
})

test('who spreads people over shifts finds work for more of them', () => {
  const [naive, product, annealed] = compareSpot(['naive', 'product', 'annealed'], {
    ...{ runs: 4, seed: 0, workers: 150, templates: 126, days: 1 },
  })
  expect(product!.more.mean).toBeGreaterThan(0)
  expect(annealed!.more.mean).toBeGreaterThan(product!.more.mean)
  expect(annealed!.figures.gini.mean).toBeLessThan(product!.figures.gini.mean)
  expect(naive!.more).toEqual({ mean: 0, error: 0 })
})

test.each([
  [{ perWorker: 0 }, 'perWorker: 0 is not more than 0'],
  [{ perWorker: 5 }, 'perWorker: 5 is not more than 0 and at most 1.676'],
  [{ workers: 0 }, 'workers: 0 is not a whole number from 1 on'],
  [{ days: 0 }, 'days: 0 is not a whole number from 1 on'],
  [{ runs: 0 }, 'runs: 0 is not a whole number from 1 on'],
])('a setting that no market has: %j', (changes, message) => {
  expect(() => compareSpot(['naive'], { runs: 1, seed: 0, ...changes })).toThrow(message)
})
