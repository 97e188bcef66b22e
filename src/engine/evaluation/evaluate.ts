import { createMersenne } from '../market/mersenne.ts'
import {
  type Attention,
  type Contribution,
  contributionsOf,
  ESTIMATORS,
  type Estimator,
  weightOfList,
} from './contributions.ts'
import { checkLog, type Impression, type Model, type Policy } from './log.ts'
import { between, errorOf, type Interval, ratioOf, redrawn } from './ratio.ts'

export type Evaluated = {
  /** Expected matches of a list. */
  readonly value: number
  readonly error: number
  /** Value ± quantile × error. */
  readonly normal: Interval
  /** Between the quantiles of values of logs of as many persons, drawn from these with putting back. */
  readonly bootstrap: Interval
}

export type Evaluation = {
  /** `direct`, `dr`, `dips` and `dpr` only with a model. */
  readonly estimates: ReadonlyMap<Estimator, Evaluated>
  readonly weights: {
    /** So many lists with equal weights would tell as much. */
    readonly effective: number
    readonly largest: number
    /** Mean weight: 1 but for chance; less when the policy shows what the log never could. */
    readonly mean: number
  }
}

export type EvaluateOptions = {
  readonly model?: Model
  /** Weighs by what is seen of a column instead of by its place: steadier; right where a place decides only whether it is looked at. */
  readonly byAttention?: Attention
  readonly level?: keyof typeof QUANTILES
  /** Logs that are drawn. */
  readonly samples?: number
  readonly seed: number
}

/** Of the normal distribution, two-sided. */
const QUANTILES = { 0.9: 1.6448536269514722, 0.95: 1.959963984540054, 0.99: 2.5758293035489004 } as const
const NEEDS_MODEL: ReadonlySet<Estimator> = new Set(['direct', 'dr', 'dips', 'dpr'])

/**
 * What the lists of `policy` would have brought, from a log of other lists whose propensities are known. It holds as far as what
 * comes of somebody's place does not depend on the other places nor on other persons' lists: whoever fills up an opening for
 * others is not in it. Every column that `policy` shows must have had a chance in the log; where `mean` is far from 1 it had not.
 * `direct` has an interval for whose lists are in the log only, not for how wrong the model is. Throws RangeError for what is no
 * log, no chance, or fewer than two persons.
 */
export function evaluate(log: readonly Impression[], policy: Policy, options: EvaluateOptions): Evaluation {
  const { model, byAttention, level = 0.95, samples = 1000, seed } = options
  checkLog(log, policy)
  if (!Number.isInteger(samples) || samples < 1)
    throw new RangeError(`samples: ${samples} is not a whole number from 1 on`)
  if (!(level in QUANTILES)) throw new RangeError(`level: ${level} is none of ${Object.keys(QUANTILES).join(', ')}`)
  const persons = contributionsOf(log, policy, model, byAttention)
  if (persons.length < 2) throw new RangeError('log: lists of one person only, which tell no error')
  const ofList = weightOfList(policy, byAttention)
  const asked = ESTIMATORS.filter((one) => model !== undefined || !NEEDS_MODEL.has(one))
  // Persons have different numbers of lists, so matches of a list are a ratio; divided by the weights where those are the measure.
  const ratios = asked.map((estimator) => ({
    above: Float64Array.from(persons, ({ sums }) => sums[estimator]),
    below: Float64Array.from(persons, ({ lists, weight }) => (estimator === 'snips' ? weight / ofList : lists)),
  }))
  const values = redrawn(ratios, samples, createMersenne(seed).random)
  const estimates = new Map(
    asked.map((estimator, at) => {
      const [value, error] = [ratioOf(ratios[at]!), errorOf(ratios[at]!)]
      const away = QUANTILES[level] * error
      const normal: Interval = [value - away, value + away]
      return [estimator, { value, error, normal, bootstrap: between(values[at]!, level) }]
    }),
  )
  const sum = (of: (one: Contribution) => number) => persons.reduce((all, one) => all + of(one), 0)
  const [weight, squares] = [sum((one) => one.weight), sum((one) => one.squares)]
  return {
    estimates,
    weights: {
      effective: squares === 0 ? 0 : weight ** 2 / squares / ofList,
      largest: persons.reduce((most, { largest }) => Math.max(most, largest), 0),
      mean: weight / (log.length / policy.places) / ofList,
    },
  }
}
