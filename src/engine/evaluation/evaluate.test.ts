import { describe, expect, test } from 'vitest'
import { estimate } from '../estimate.ts'
import { examination } from '../market/examination.ts'
import { publishedMarket } from '../market/market.ts'
import { createMersenne } from '../market/mersenne.ts'
import { drawList, mixtureRecorder, propensity } from '../market/mixture.ts'
import { annealed, steady, welfare } from '../market/welfare.ts'
import { ESTIMATORS, type Estimator, seenIn } from './contributions.ts'
import { type EvaluateOptions, evaluate } from './evaluate.ts'
import { type Impression, listPolicy, type Model, mixturePolicy, type Policy } from './log.ts'
import type { Interval } from './ratio.ts'

const LOGS_OF_A_TEST = 100
const [ROWS, COLUMNS, PLACES] = [100, 8, 4]
const market = publishedMarket(ROWS, COLUMNS, 0.3, 4)
const attention = examination('inv', PLACES)
const wants = (row: number, column: number) => market.wants.values[row * COLUMNS + column]!
const answers = (row: number, column: number) => 0.6 * market.wanted.values[column * ROWS + row]!

/** Lists of a short search, so that every order has a chance, and of a longer one for something else. */
const logging = mixtureOf(6, 0)
const target = tabled(mixturePolicy(mixtureOf(12, 1)))
const single = listPolicy(
  Array.from({ length: ROWS }, (_, row) => inOrder((column) => wants(row, column))),
  PLACES,
  COLUMNS,
)

const right: Model = { apply: (row, place, column) => attention[place]! * wants(row, column), answer: answers }
const wrong: Model = { apply: () => 0.3, answer: () => 0.1 }
const wrongApply: Model = { apply: () => 0.3, answer: answers }

/** What the lists of the logs are worth. */
const PRESENT = truthOf(tabled(mixturePolicy(logging)))
const LOGS = Array.from({ length: LOGS_OF_A_TEST }, (_, seed) => logOf(1000 + seed))

/** Of a policy over all logs: how far from the truth on average, that mean's error, how often the intervals hold the truth. */
type Repeated = { bias: number; error: number; covered: { normal: number; bootstrap: number; more: number } }

describe.each([
  ['another lottery', target],
  ['single lists', single],
])('logs of one policy tell what another brings: %s', (_, policy) => {
  const truth = truthOf(policy)
  const good = repeated(policy, { model: right })
  const half = repeated(policy, { model: wrongApply })
  const bad = repeated(policy, { model: wrong })
  const seen = repeated(policy, { byAttention: bySeen(tabled(mixturePolicy(logging))) })

  test.each([
    ['ips', good.ips],
    ['snips', good.snips],
    ['dr, good model', good.dr],
    ['dr, wrong model', bad.dr],
    ['dips, good model', good.dips],
    ['dips, answers right', half.dips],
    ['dpr, good model', good.dpr],
    ['dpr, answers right', half.dpr],
    ['ips by what is seen', seen.ips],
    ['snips by what is seen', seen.snips],
  ])('%s', (_name, { bias, error, covered }) => {
    expect(Math.abs(bias)).toBeLessThan(4 * error)
    // 95 % with 100 logs: four standard errors are 9 points, and intervals of skewed sums are a little short.
    expect(covered.normal).toBeGreaterThan(0.86)
    expect(covered.bootstrap).toBeGreaterThan(0.86)
    expect(covered.more).toBeGreaterThan(0.86)
  })

  test('a good model makes it steadier, applications and believed answers more so, and what is seen more than places', () => {
    expect(good.direct.bias).toBeCloseTo(0, 10)
    expect(good.dr.error).toBeLessThan(good.ips.error)
    expect(good.dips.error).toBeLessThan(good.ips.error)
    expect(good.dpr.error).toBeLessThan(good.dr.error)
    expect(seen.ips.error).toBeLessThan(good.ips.error)
  })

  test('a wrong model alone is wrong', () => {
    expect(Math.abs(bad.direct.bias)).toBeGreaterThan(0.2 * truth)
  })
})

test('the policy of the log itself is worth what came of it, whatever weighs', () => {
  const log = logOf(2)
  const plain = log.filter(({ matched }) => matched).length / (log.length / PLACES)
  const { estimates, weights } = evaluate(log, mixturePolicy(logging), { model: right, seed: 0 })
  expect(estimates.get('ips')!.value).toBeCloseTo(plain, 12)
  expect(estimates.get('snips')!.value).toBeCloseTo(plain, 12)
  expect(weights.mean).toBeCloseTo(1, 12)
  expect(weights.largest).toBeCloseTo(1, 12)
  expect(weights.effective).toBeCloseTo(log.length / PLACES, 8)
})

test('lists of different lengths, and lotteries of which one person has several, are told like others', () => {
  const log = logOf(6)
  const apart = log.map((one) => ({ ...one, row: one.row * 3 + one.list, list: 0, person: one.row }))
  const of = (policy: Policy): Policy => ({
    ...policy,
    chance: (row, place, column) => policy.chance(Math.floor(row / 3), place, column),
  })
  const known: Model = {
    apply: (row, place, column) => right.apply(Math.floor(row / 3), place, column),
    answer: (row, column) => right.answer(Math.floor(row / 3), column),
  }
  const together = evaluate(log, target, { model: right, seed: 1 })
  const split = evaluate(apart, of(target), { model: known, seed: 1 })
  for (const one of ESTIMATORS) {
    expect(split.estimates.get(one)!.value).toBeCloseTo(together.estimates.get(one)!.value, 12)
    expect(split.estimates.get(one)!.error).toBeCloseTo(together.estimates.get(one)!.error, 12)
  }
  // Of every second list only the first two places, in the log and in what is asked for: each list is worth what it shows.
  const cut = apart.filter(({ row, place }) => row % 2 === 0 || place < 2)
  const own = of(mixturePolicy(logging))
  const short: Policy = {
    ...own,
    chance: (row, place, column) => (row % 2 === 0 || place < 2 ? own.chance(row, place, column) : 0),
  }
  const { estimates, weights, present } = evaluate(cut, short, { seed: 1 })
  const plain = cut.filter(({ matched }) => matched).length / (ROWS * 3)
  expect(present.value).toBeCloseTo(plain, 12)
  expect(estimates.get('snips')!.value).toBeCloseTo(plain, 12)
  expect(estimates.get('ips')!.more.value).toBeCloseTo(0, 12)
  expect(weights.mean).toBeCloseTo(1, 12)
})

test('the same log and seed give the same, without a model only what needs none', () => {
  const log = logOf(3)
  expect(evaluate(log, target, { seed: 5 })).toEqual(evaluate(log, target, { seed: 5 }))
  expect([...evaluate(log, target, { seed: 5 }).estimates.keys()]).toEqual(['ips', 'snips'])
  expect([...evaluate(log, target, { model: right, seed: 5 }).estimates.keys()]).toEqual([...ESTIMATORS])
})

test('a log that never showed what is asked for is told by its mean weight', () => {
  const never: Impression[] = logOf(4).map((one) => ({ ...one, propensity: 1 }))
  const { estimates, weights } = evaluate(never, { places: PLACES, columns: COLUMNS, chance: () => 0 }, { seed: 0 })
  expect(weights).toEqual({ effective: 0, largest: 0, mean: 0 })
  expect(estimates.get('snips')!.value).toBe(0)
})

test('what is no log, no policy and no model is refused', () => {
  const log = logOf(5)
  const having = (change: Partial<Impression>) => [{ ...log[0]!, ...change }, ...log.slice(1)]
  const of = (some: readonly Impression[], policy: Policy = target) => evaluate(some, policy, { seed: 0, samples: 1 })
  expect(() => of([])).toThrow('log: nothing in it')
  expect(() => of(having({ propensity: 0 }))).toThrow('log, line 1: propensity 0 is not above 0, up to 1')
  expect(() => of(having({ propensity: Number.NaN }))).toThrow('line 1: propensity NaN')
  expect(() => of(having({ propensity: 1.1 }))).toThrow('line 1: propensity 1.1')
  expect(() => of(having({ place: 4 }))).toThrow('line 1: place 4 of 4')
  expect(() => of(having({ column: 8 }))).toThrow('line 1: column 8 of 8')
  expect(() => of(having({ row: -1 }))).toThrow('line 1: row -1')
  expect(() => of(having({ matched: true, applied: false }))).toThrow('line 1: matched without an application')
  expect(() => of([...log, log[0]!])).toThrow('is there twice')
  expect(() => of(log.slice(1))).toThrow('log: list 0 of row 0 has 3 of 4 places')
  expect(() => of(having({ person: 1.5 }))).toThrow('line 1: person 1.5')
  expect(() => of(having({ person: 9 }))).toThrow('line 2: person 0 has the list of person 9')
  expect(() => of(log.filter(({ row }) => row === 0))).toThrow('lists of one person only')
  expect(() => of(log, { ...target, chance: () => Number.NaN })).toThrow('policy: NaN for row 0, place 0')
  expect(() => evaluate(log, target, { seed: 0, model: { ...right, answer: () => 2 } })).toThrow('model, answer: 2 for')
  expect(() => evaluate(log, target, { seed: 0, samples: 0 })).toThrow('samples: 0')
  const blind = { attention, seen: () => 0 }
  expect(() => evaluate(log, target, { seed: 0, byAttention: blind })).toThrow('seen: row 0 sees 0 of column')
})

/** Three lists each, with everything that happened in them. */
function logOf(seed: number): Impression[] {
  const { random } = createMersenne(seed)
  const log: Impression[] = []
  for (let row = 0; row < ROWS; row++) {
    for (let list = 0; list < 3; list++) {
      for (const [place, column] of drawList(logging, row, random).entries()) {
        const applied = random() < attention[place]! * wants(row, column)
        const matched = applied && random() < answers(row, column)
        log.push({ row, list, place, column, propensity: propensity(logging, row, place, column), applied, matched })
      }
    }
  }
  return log
}

function repeated(policy: Policy, options: Partial<EvaluateOptions>): Record<Estimator, Repeated> {
  const truth = truthOf(policy)
  const found = LOGS.map((log, seed) => evaluate(log, policy, { samples: 100, ...options, seed }).estimates)
  const of = (estimator: Estimator): Repeated => {
    const own = found.flatMap((one) => one.get(estimator) ?? [])
    const { mean, error } = estimate(own.map(({ value }) => value - truth))
    const holds = ([low, high]: Interval) => low <= truth && truth <= high
    const share = (kind: 'normal' | 'bootstrap') => own.filter((one) => holds(one[kind])).length / own.length
    const more = truth - PRESENT
    const told = own.filter(({ more: { normal } }) => normal[0] <= more && more <= normal[1]).length / own.length
    return {
      ...{ bias: mean, error: error ?? 0 },
      covered: { normal: share('normal'), bootstrap: share('bootstrap'), more: told },
    }
  }
  return Object.fromEntries(ESTIMATORS.map((one) => [one, of(one)])) as Record<Estimator, Repeated>
}

function bySeen(policy: Policy) {
  return { attention, seen: (row: number, column: number) => seenIn(policy, attention, row, column) }
}

/** Expected matches of a list over everybody. */
function truthOf(policy: Policy): number {
  let sum = 0
  for (let row = 0; row < ROWS; row++)
    for (let place = 0; place < PLACES; place++)
      for (let column = 0; column < COLUMNS; column++)
        sum += policy.chance(row, place, column) * right.apply(row, place, column) * right.answer(row, column)
  return sum / ROWS
}

/** The same chances, looked up instead of added up. */
function tabled({ chance, ...policy }: Policy): Policy {
  const values = Float64Array.from({ length: ROWS * PLACES * COLUMNS }, (_, at) =>
    chance(Math.floor(at / PLACES / COLUMNS), Math.floor(at / COLUMNS) % PLACES, at % COLUMNS),
  )
  return { ...policy, chance: (row, place, column) => values[(row * PLACES + place) * COLUMNS + column]! }
}

function mixtureOf(rounds: number, alpha: number) {
  const looked = { left: examination('inv', COLUMNS, PLACES), right: examination('inv', ROWS) }
  const left = mixtureRecorder(ROWS, COLUMNS, PLACES)
  const search = alpha === 0 ? { ...steady(0), rounds } : annealed(rounds)
  welfare(market, looked, search, { left })
  return left.mixture()
}

function inOrder(of: (column: number) => number): number[] {
  return Array.from({ length: COLUMNS }, (_, column) => column).sort((a, b) => of(b) - of(a))
}
