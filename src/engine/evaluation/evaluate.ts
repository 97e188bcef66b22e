import { createMersenne } from '../market/mersenne.ts'
import { type Attention, type Contribution, contributionsOf, ESTIMATORS, type Estimator } from './contributions.ts'
import { checkLog, type Impression, type Model, type Policy } from './log.ts'
import { between, errorOf, errorOfMore, type Interval, type Ratio, ratioOf, redrawn } from './ratio.ts'

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
  /** What the lists of the log brought. */
  readonly present: Evaluated
  /** `direct`, `dr`, `dips` and `dpr` only with a model; `more` is how much more than `present` that is. */
  readonly estimates: ReadonlyMap<Estimator, Evaluated & { readonly more: Evaluated }>
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
  const sum = (of: (one: Contribution) => number) => persons.reduce((all, one) => all + of(one), 0)
  const lists = sum((one) => one.lists)
  const ofList = sum((one) => one.mass) / lists
  const asked = ESTIMATORS.filter((one) => model !== undefined || !NEEDS_MODEL.has(one))
  // Persons have different numbers of lists, so matches of a list are a ratio; divided by the weights where those are the measure.
  const ratioBy = (above: (one: Contribution) => number, below: (one: Contribution) => number): Ratio => ({
    above: Float64Array.from(persons, above),
    below: Float64Array.from(persons, below),
  })
  const present = ratioBy(
    (one) => one.matched,
    (one) => one.lists,
  )
  const ratios = asked.map((estimator) =>
    ratioBy(
      (one) => one.sums[estimator],
      (one) => (estimator === 'snips' ? one.weight / ofList : one.lists),
    ),
  )
  const [presentValues, ...values] = redrawn([present, ...ratios], samples, createMersenne(seed).random)
  const evaluated = (value: number, error: number, drawn: Float64Array): Evaluated => {
    const away = QUANTILES[level] * error
    return { value, error, normal: [value - away, value + away], bootstrap: between(drawn, level) }
  }
  const brought = ratioOf(present)
  const estimates = new Map(
    asked.map((estimator, at) => {
      const [ratio, drawn] = [ratios[at]!, values[at]!]
      const more = drawn.map((one, sample) => one - presentValues![sample]!)
      const found = {
        ...evaluated(ratioOf(ratio), errorOf(ratio), drawn),
        more: evaluated(ratioOf(ratio) - brought, errorOfMore(ratio, present), more),
      }
      return [estimator, found]
    }),
  )
  const [weight, squares] = [sum((one) => one.weight), sum((one) => one.squares)]
  return {
    present: evaluated(brought, errorOf(present), presentValues!),
    estimates,
    weights: {
      effective: squares === 0 ? 0 : weight ** 2 / squares / ofList,
      largest: persons.reduce((most, { largest }) => Math.max(most, largest), 0),
      mean: weight / lists / ofList,
    },
  }
}
