import { fixedTables } from '../fixed.ts'
import { chance } from '../logistic.ts'
import { PRIOR, TABLE_SIZES, type TableName, type Weights } from '../prior.ts'
import { type Calibration, calibration } from './calibration.ts'
import { type Curve, corrected, curveOf } from './curve.ts'
import { type Additive, fitted } from './fit.ts'
import { type Later, learnLater } from './later.ts'
import { checkOutcomes, examplesOf, logitsOf, type Outcome, partOf, type Side } from './outcomes.ts'
import { shape, TABLE_NAMES } from './shape.ts'

/** A doubt of ±1/√5 logits about what the expert says of a bin: what twenty outcomes with even chances would leave. */
export const PENALTY = 5
const ROUNDING = 1e-9
/** Parts of the persons that are told by what the others did. */
const FOLDS = 3

export type Learned = {
  readonly weights: Weights
  /** What chances of these weights turn out to be, from outcomes that the weights they were told by had not seen. */
  readonly curves: Readonly<Record<Side, Curve>>
  readonly later: readonly Later[]
  /** Outcomes that each side was learned from, and how many came about. */
  readonly examples: Readonly<Record<Side, { readonly count: number; readonly came: number }>>
  readonly rounds: Readonly<Record<Side, number>>
}

/**
 * The pair model's weights from what came of shown pairs: penalised logistic regression on the bins of prior.ts, towards the
 * expert prior (without outcomes it stays), rising where the factor does, looked at by place. Applying is learned from shown →
 * applied, offering from applied → offered. Shortlists, contracts and what goes on after them have too few outcomes for thirteen
 * tables: they get two numbers each on top. Throws RangeError for outcomes, penalty or a prior that cannot be.
 */
export function learn(
  outcomes: readonly Outcome[],
  { prior = PRIOR, penalty = PENALTY }: { prior?: Weights; penalty?: number } = {},
): Learned {
  if (!(penalty > 0 && penalty < Number.POSITIVE_INFINITY)) throw new RangeError(`penalty: ${penalty} is not above 0`)
  fixedTables(prior)
  checkOutcomes(outcomes)
  const apply = learnSide(outcomes, 'apply', prior, penalty)
  const offer = learnSide(outcomes, 'offer', prior, penalty)
  const weights: Weights = {
    base: { apply: apply.model.base, offer: offer.model.base },
    tables: Object.fromEntries(
      TABLE_NAMES.map((name, at) => [name, { apply: apply.model.curves[at]!, offer: offer.model.curves[at]! }]),
    ) as Weights['tables'],
  }
  // More than 8 logits in one factor cannot be ranked by.
  fixedTables(weights)
  return {
    weights,
    curves: { apply: apply.curve, offer: offer.curve },
    later: learnLater(outcomes, weights, penalty),
    examples: { apply: apply.examples, offer: offer.examples },
    rounds: { apply: apply.rounds, offer: offer.rounds },
  }
}

/** The two sides of the pair model on outcomes that it was not learned from; with `curves` its chances as they turn out. */
export function calibrate(
  outcomes: readonly Outcome[],
  { weights, curves }: { readonly weights: Weights; readonly curves?: Readonly<Record<Side, Curve>> },
): Record<Side, Calibration> {
  checkOutcomes(outcomes)
  const of = (side: Side) => {
    const examples = examplesOf(outcomes, side)
    const chances = logitsOf(examples, additive(weights, side)).map(chance)
    const told = curves ? chances.map((one) => corrected(curves[side], one)) : chances
    return calibration(told, examples.came, examples.attention)
  }
  return { apply: of('apply'), offer: of('offer') }
}

function learnSide(outcomes: readonly Outcome[], side: Side, prior: Weights, penalty: number) {
  const centre = additive(prior, side)
  for (const [table, curve] of centre.curves.entries()) {
    const risen = shape(
      table,
      curve,
      curve.map(() => 1),
      centre,
    )
    if (risen.some((value, bin) => Math.abs(value - curve[bin]!) > ROUNDING))
      throw new RangeError(`prior.${TABLE_NAMES[table]}.${side}: does not rise where the factor does`)
  }
  const examples = examplesOf(outcomes, side)
  const { model, rounds } = fitted(examples, centre, penalty, shape)
  const unseen = new Float64Array(examples.came.length)
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = partOf(examples, (person) => person % FOLDS !== fold)
    const other = fitted(rest, centre, penalty, shape, model).model
    for (const [at, logit] of logitsOf(examples, other).entries())
      if (examples.person[at]! % FOLDS === fold) unseen[at] = chance(logit)
  }
  return {
    model,
    rounds,
    curve: curveOf(unseen, examples.came, examples.attention),
    examples: { count: examples.came.length, came: examples.came.reduce((sum, one) => sum + one, 0) },
  }
}

/** One side of the weights as learning has it. */
export function additive({ base, tables }: Weights, side: Side): Additive {
  return {
    base: base[side],
    curves: TABLE_NAMES.map((name: TableName) => tables[name][side].slice(0, TABLE_SIZES[name])),
  }
}
