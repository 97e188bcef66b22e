import { expect, test } from 'vitest'
import { publishedMarket } from '../market/market.ts'
import { type Present, predict } from './predict.ts'

function crowd(people: number, projects: number): Present {
  const market = publishedMarket(people, projects, 0.6, 4)
  for (const { values } of [market.wants, market.wanted])
    for (let at = 0; at < values.length; at++) values[at] = values[at]! * 0.3
  return {
    hours: new Float64Array(people).fill(20),
    openings: new Int32Array(projects).fill(1),
    wantedHours: new Float64Array(projects).fill(10),
    likings: market,
  }
}

const aim = { alpha: 1, places: 10, floor: 0 }

test('the same aim differs from itself by nothing, the same seed predicts the same', () => {
  const present = crowd(30, 12)
  const [first, second] = predict(present, [aim, aim], { runs: 3, seed: 2 })
  expect(second!.more).toEqual({ mean: 0, error: 0 })
  expect(second!.figures).toEqual(first!.figures)
  expect(predict(present, [aim], { runs: 3, seed: 2 })[0]!.figures).toEqual(first!.figures)
})

test('longer lists are looked at more, fair ones spread the attention', () => {
  const present = crowd(60, 30)
  const [most, short, fair] = predict(present, [aim, { ...aim, places: 2 }, { ...aim, alpha: 0, floor: 0.5 }], {
    runs: 4,
    seed: 1,
  })
  expect(short!.figures.matches.mean).toBeLessThan(most!.figures.matches.mean)
  expect(fair!.figures.bottom.mean).toBeGreaterThan(most!.figures.bottom.mean)
})

test('companies approach about as many people as was measured, and nobody where nothing was', () => {
  const present = crowd(40, 12)
  const of = (approaches: number) => predict({ ...present, approaches }, [aim], { runs: 2, seed: 3 })[0]!.figures
  const [none, some, many] = [of(0), of(0.05), of(0.2)]
  expect(none.approached.mean).toBe(0)
  expect(some.approached.mean).toBeGreaterThan(0)
  expect(many.approached.mean).toBeGreaterThan(some.approached.mean)
  // No more say yes than were asked, on average 12 × 30 × 0.05 while all are open.
  expect(some.approached.mean).toBeLessThan(18)
  expect(many.firstLook.mean).toBeLessThan(some.firstLook.mean)
})

test('who must not meet never does, and nobody at all gives nothing', () => {
  const present = crowd(10, 6)
  present.likings.wants.values.fill(0)
  expect(predict(present, [aim], { runs: 2, seed: 1 })[0]!.figures.matches).toEqual({ mean: 0, error: 0 })
  const nobody = predict(crowd(0, 5), [aim], { runs: 1, seed: 1 })[0]!
  expect(nobody.figures.matches).toEqual({ mean: 0, error: null })
  expect(() => predict(present, [aim], { runs: 0, seed: 1 })).toThrow(RangeError)
})
