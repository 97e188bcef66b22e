import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { syntheticOutcomes } from '../../../bench/outcomes.ts'
import { anyProject, anyTalent, WORLD, withIds } from '../arbitrary.ts'
import { levelBand, tieBand } from '../bins.ts'
import { AT } from '../factors.ts'
import { chance } from '../logistic.ts'
import { createMersenne } from '../market/mersenne.ts'
import { createModel } from '../model.ts'
import { type PairBins, pointsOfBins } from '../points.ts'
import { PRIOR, TABLE_SIZES, type TableName, type Weights } from '../prior.ts'
import { binsOf, rank } from '../rank.ts'
import { talentColumns } from '../records.ts'
import { calibration } from './calibration.ts'
import { corrected, curveOf } from './curve.ts'
import { type Examples, fitted } from './fit.ts'
import { chanceOfLater } from './later.ts'
import { calibrate, learn } from './learn.ts'
import { type Outcome, STAGES, type Stage } from './outcomes.ts'
import { TABLE_NAMES } from './shape.ts'

test('a pair’s points are what the tables say at its bins', () => {
  fc.assert(
    fc.property(fc.array(anyTalent, { minLength: 1, maxLength: 6 }), anyProject, (talents, project) => {
      const rows = talentColumns(withIds(talents), WORLD.dimension)
      const model = createModel({ ...WORLD, side: 'talents', rows })
      for (const { row, points, apply, offer } of rank(model, project, 10)) {
        const [bins] = binsOf(model, project, [row])
        // A price is none of the pair's own.
        const own = points.with(AT.crowding, 0)
        expect(pointsOfBins(model.tables, bins!)).toEqual({ points: own, apply, offer })
      }
    }),
  )
})

describe('learning', () => {
  test('without outcomes the prior stays', () => {
    expect(learn([]).weights).toEqual(PRIOR)
  })

  test('as many are expected as there were, bin by bin, when nothing else holds the weights', () => {
    const examples = randomExamples(3000, [4, 6], 1)
    const centre = { base: -1, curves: [Array(4).fill(0), Array(6).fill(0)] }
    const { model } = fitted(examples, centre, 1e-3, (_, values) => [...values])
    for (const [table, curve] of model.curves.entries()) {
      for (const bin of curve.keys()) {
        let [expected, came] = [0, 0]
        for (let at = 0; at < 3000; at++) {
          if (examples.bins[at * 2 + table] !== bin) continue
          const logit =
            model.base + model.curves[0]![examples.bins[at * 2]!]! + model.curves[1]![examples.bins[at * 2 + 1]!]!
          expected += examples.attention[at]! * chance(logit)
          came += examples.came[at]!
        }
        expect(Math.abs(expected - came)).toBeLessThan(0.5)
      }
    }
  })

  test('where it ends no small change of any value is better', () => {
    const examples = randomExamples(400, [3, 3], 2)
    const centre = {
      base: -0.5,
      curves: [
        [0, 0.2, 0.4],
        [0.3, 0, -0.3],
      ],
    }
    const loss = ({ base, curves }: typeof centre) => {
      let sum = 2.5 * (base - centre.base) ** 2
      for (const [table, curve] of curves.entries())
        for (const [bin, value] of curve.entries()) sum += 2.5 * (value - centre.curves[table]![bin]!) ** 2
      for (let at = 0; at < 400; at++) {
        const logit = base + curves[0]![examples.bins[at * 2]!]! + curves[1]![examples.bins[at * 2 + 1]!]!
        sum += examples.attention[at]! * Math.log1p(Math.exp(logit)) - examples.came[at]! * logit
      }
      return sum
    }
    const { model } = fitted(examples, centre, 5, (_, values) => [...values])
    const found = { base: model.base, curves: model.curves.map((curve) => [...curve]) }
    const least = loss(found)
    for (const away of [-0.02, 0.02]) {
      expect(loss({ ...found, base: found.base + away })).toBeGreaterThan(least)
      for (let table = 0; table < 2; table++)
        for (let bin = 0; bin < 3; bin++) {
          const curves = found.curves.map((curve) => [...curve])
          curves[table]![bin]! += away
          expect(loss({ ...found, curves })).toBeGreaterThan(least)
        }
    }
  })

  test('who always stands far down is not thought to be wanted less', () => {
    // Of both four in ten who look apply; one in ten looks so far down.
    const outcomes = Array.from({ length: 5000 }, (_, at) => {
      const far = at % 2 === 0
      const turn = (at >> 1) % 25
      const reached: Stage = turn < (far ? 1 : 10) ? 'applied' : 'shown'
      return outcome({ code: far ? 3 : 12 }, { attention: far ? 0.1 : 1, reached, person: at })
    })
    const share = (far: boolean) => {
      const own = outcomes.filter(({ attention }) => attention < 1 === far)
      return own.filter(({ reached }) => reached === 'applied').length / own.length / (far ? 0.1 : 1)
    }
    expect(share(true)).toBeCloseTo(share(false), 6)
    const flat = withCurve('code', Array(16).fill(0))
    const { weights } = learn(outcomes, { prior: flat, penalty: 0.5 })
    expect(Math.abs(weights.tables.code.apply[3]! - weights.tables.code.apply[12]!)).toBeLessThan(0.05)
  })

  test('whatever comes of it, a better fit is not told as worse', () => {
    const { random } = createMersenne(4)
    const outcomes = Array.from({ length: 3000 }, (_, person) => {
      const bins = () =>
        Object.fromEntries(
          TABLE_NAMES.map((name) => [name, Math.floor(random() * TABLE_SIZES[name])]),
        ) as PairBins['apply']
      const pair = { apply: bins(), offer: bins() }
      // The better the code, the level and the tie, the less comes of it.
      const worst = (30 - pair.apply.code - pair.apply.level + 15 - pair.apply.tie) / 45
      const reached: Stage = random() < worst ? (random() < worst ? 'offered' : 'applied') : 'shown'
      return { bins: pair, person, attention: 1, reached }
    })
    const { tables } = learn(outcomes).weights
    for (const side of ['apply', 'offer'] as const) {
      const from = { code: 0, level: 0, tie: 0, work: 0, record: 0, industry: 1, hours: 1, fee: 1, motive: 1, text: 1 }
      for (const [name, first] of Object.entries(from)) expectRising(tables[name as TableName][side].slice(first))
      for (const line of [0, 1, 2, 3]) {
        expectRising(tables.answer[side].slice(line * 4, line * 4 + 4))
        expectRising([0, 1, 2, 3].map((seen) => tables.answer[side][seen * 4 + line]!))
        const { level, codeLevel, tie, tieOnSite } = tables
        expectRising(level[side].map((value, bin) => value + codeLevel[side][line * 4 + levelBand(bin)]!))
        expectRising(tie[side].map((value, bin) => value + tieOnSite[side][tieBand(bin) * 4 + line]!))
      }
    }
  })

  test('later stages: a base and a slope, and who waits tells nothing', () => {
    const { random } = createMersenne(6)
    const outcomes = Array.from({ length: 2000 }, (_, person) => {
      const contracted = random() < 0.8
      const reached: Stage = contracted ? (random() < 0.3 ? 'continued' : 'contracted') : 'offered'
      return outcome({ code: person % 16 }, { reached, person })
    })
    const waiting = outcomes.map((one): Outcome => ({ ...one, reached: 'contracted', waiting: true }))
    const learned = learn([...outcomes, ...waiting])
    const at = (to: Stage) => {
      const later = learned.later.find((one) => one.to === to)!
      return chanceOfLater(later, learned.weights, outcome({ code: 8 }, {}))
    }
    expect(at('continued')).toBeCloseTo(0.3, 1)
    expect(at('contracted')).toBeGreaterThan(0.8)
    expect(learned.examples.apply).toEqual({ count: 4000, came: 4000 })
  })
})

test('chances learned from a world that chooses otherwise hold for persons that were held back', () => {
  const outcomes = syntheticOutcomes(4000, 5)
  const held = outcomes.filter(({ person }) => person >= 1500)
  const learned = learn(outcomes.filter(({ person }) => person < 1500))
  const [before, after] = [calibrate(held, { weights: PRIOR }), calibrate(held, learned)]
  expect(after.apply.ece).toBeLessThan(0.02)
  // Of 1,200 applications held back the share in a tenth of them has an error of 0.03; with more see bench:learning.
  expect(after.offer.ece).toBeLessThan(0.05)
  for (const side of ['apply', 'offer'] as const) {
    expect(after[side].ece).toBeLessThan(before[side].ece / 3)
    expect(after[side].logLoss).toBeLessThan(before[side].logLoss * 0.7)
  }
})

test('calibration by hand', () => {
  const chances = [0.1, 0.1, 0.9, 0.9]
  const { ece, logLoss } = calibration(chances, [0, 1, 1, 1])
  // A group each: |0.1 − 0|, |0.1 − 1|, |0.9 − 1| twice.
  expect(ece).toBeCloseTo((0.1 + 0.9 + 0.1 + 0.1) / 4, 12)
  expect(logLoss).toBeCloseTo(-(Math.log(0.9) * 3 + Math.log(0.1)) / 4, 12)
  expect(calibration([0.5], [1], [0.5])).toMatchObject({ groups: [{ examples: 1, predicted: 0.5, observed: 2 }] })
  expect(() => calibration([], [])).toThrow('0 chances')
  expect(() => calibration([1.2], [1])).toThrow('chance 0: 1.2')
  expect(() => calibration([0.2], [1], [0])).toThrow('attention 0: 0')
})

test('a curve rises from nothing to sure and goes through what was seen', () => {
  const chances = Float64Array.from({ length: 4000 }, (_, at) => (at + 0.5) / 4000)
  const { random } = createMersenne(8)
  const came = Array.from(chances, (one) => Number(random() < one ** 2))
  const curve = curveOf(
    chances,
    came,
    chances.map(() => 1),
  )
  expect(corrected(curve, 0)).toBe(0)
  expect(corrected(curve, 1)).toBe(1)
  const told = Array.from({ length: 101 }, (_, at) => corrected(curve, at / 100))
  expectRising(told)
  for (const at of [20, 50, 80]) expect(Math.abs(told[at]! - (at / 100) ** 2)).toBeLessThan(0.08)
})

test('what is no outcome, no penalty and no prior is refused', () => {
  const having = (change: Partial<Outcome>) => () => learn([outcome({}, {}), outcome({}, change)])
  expect(having({ attention: 0 })).toThrow('outcomes, line 2: attention 0 is not above 0, up to 1')
  expect(having({ attention: Number.NaN })).toThrow('line 2: attention NaN')
  expect(having({ reviewed: 2 })).toThrow('line 2: reviewed 2')
  expect(having({ person: 0.5 })).toThrow('line 2: person 0.5')
  expect(having({ reached: 'hired' as Stage })).toThrow(`line 2: reached hired is none of ${STAGES.join(', ')}`)
  expect(() => learn([outcome({ code: 16 }, {})])).toThrow('line 1: bins.apply.code 16 is no bin of 16')
  expect(() => learn([], { penalty: 0 })).toThrow('penalty: 0 is not above 0')
  const falling = withCurve('fee', [0, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  expect(() => learn([], { prior: falling })).toThrow('prior.fee.apply: does not rise where the factor does')
})

function expectRising(values: readonly number[]) {
  for (const [at, value] of values.entries()) if (at > 0) expect(value).toBeGreaterThan(values[at - 1]! - 1e-9)
}

function withCurve(name: TableName, apply: readonly number[]): Weights {
  return { ...PRIOR, tables: { ...PRIOR.tables, [name]: { ...PRIOR.tables[name], apply } } }
}

/** One pair in the middle of everything, but for what is said. */
function outcome(bins: Partial<PairBins['apply']>, rest: Partial<Outcome>): Outcome {
  const own = { ...Object.fromEntries(TABLE_NAMES.map((name) => [name, 2])), ...bins } as PairBins['apply']
  return { bins: { apply: own, offer: own }, person: 0, attention: 1, reached: 'shown', ...rest }
}

function randomExamples(count: number, sizes: readonly number[], seed: number): Examples {
  const { random } = createMersenne(seed)
  const bins = new Uint8Array(count * sizes.length)
  const [attention, came] = [new Float64Array(count), new Uint8Array(count)]
  for (let at = 0; at < count; at++) {
    for (const [table, size] of sizes.entries()) bins[at * sizes.length + table] = Math.floor(random() * size)
    attention[at] = 0.2 + 0.8 * random()
    came[at] = Number(random() < attention[at]! * chance(-1 + 0.5 * bins[at * sizes.length]!))
  }
  return { bins, attention, came }
}
