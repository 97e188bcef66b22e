import { fixedTables } from '../fixed.ts'
import { PRIOR, TABLE_SIZES, type TableName, type Weights } from '../prior.ts'
import { type Calibration, calibration } from './calibration.ts'
import { type Curve, corrected, curveOf } from './curve.ts'
import { type Additive, fitted, softplus } from './fit.ts'
import {
  came,
  checkOutcomes,
  examplesOf,
  logitsOf,
  type Outcome,
  partOf,
  type Side,
  type Stage,
  stepOf,
} from './outcomes.ts'
import { shape, TABLE_NAMES } from './shape.ts'

/** In examples: as if the expert had seen, for each bin, so many whose outcome was open. A doubt of ±0.45 logits a bin. */
export const PENALTY = 5
const WIDEST = 1e-9
/** Parts of the persons that are told by what the others did. */
const FOLDS = 3

/** A stage after the pair model's two: P(came to it, from the stage before) by base + slope × the pair's logits. */
export type Later = { readonly from: Stage; readonly to: Stage; readonly base: number; readonly slope: number }

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
    later: LATER.map((step) => learnLater(outcomes, step, weights, penalty)),
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

/** P(came to `to`, from the stage before it) of one pair. */
export function chanceOfLater({ base, slope }: Later, weights: Weights, { bins }: Pick<Outcome, 'bins'>): number {
  return chance(base + slope * bothLogits(weights, bins))
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
    if (risen.some((value, bin) => Math.abs(value - curve[bin]!) > WIDEST))
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

const LATER = [
  { from: 'applied', to: 'shortlisted' },
  { from: 'offered', to: 'contracted' },
  { from: 'contracted', to: 'continued' },
] as const satisfies readonly { from: Stage; to: Stage }[]

const MOST_STEPS = 50
const SMALLEST = 1e-9

/** Newton's method for two numbers, half as far until it is better; drawn to an even chance, whatever the pair. */
function learnLater(
  outcomes: readonly Outcome[],
  { from, to }: { from: Stage; to: Stage },
  weights: Weights,
  penalty: number,
): Later {
  const own = stepOf(outcomes, from, to)
  const logits = own.map(({ bins }) => bothLogits(weights, bins))
  const yes = own.map((one) => Number(came(one, to)))
  const loss = (base: number, slope: number) =>
    logits.reduce(
      (sum, logit, at) => sum + softplus(base + slope * logit) - yes[at]! * (base + slope * logit),
      (penalty / 2) * (base * base + slope * slope),
    )
  let [base, slope] = [0, 0]
  for (let step = 0; step < MOST_STEPS; step++) {
    let [g0, g1, h00, h01, h11] = [penalty * base, penalty * slope, penalty, 0, penalty]
    for (const [at, logit] of logits.entries()) {
      const p = chance(base + slope * logit)
      const curve = p * (1 - p)
      g0 += p - yes[at]!
      g1 += (p - yes[at]!) * logit
      h00 += curve
      h01 += curve * logit
      h11 += curve * logit * logit
    }
    const det = h00 * h11 - h01 * h01
    let [d0, d1] = [(h11 * g0 - h01 * g1) / det, (h00 * g1 - h01 * g0) / det]
    const now = loss(base, slope)
    while (Math.abs(d0) + Math.abs(d1) > SMALLEST && loss(base - d0, slope - d1) > now) [d0, d1] = [d0 / 2, d1 / 2]
    if (Math.abs(d0) + Math.abs(d1) <= SMALLEST) break
    base -= d0
    slope -= d1
  }
  return { from, to, base, slope }
}

function bothLogits(weights: Weights, bins: Outcome['bins']): number {
  const of = (side: Side) =>
    TABLE_NAMES.reduce((sum, name) => sum + weights.tables[name][side][bins[side][name]]!, weights.base[side])
  return of('apply') + of('offer')
}

function additive({ base, tables }: Weights, side: Side): Additive {
  return {
    base: base[side],
    curves: TABLE_NAMES.map((name: TableName) => tables[name][side].slice(0, TABLE_SIZES[name])),
  }
}

function chance(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}
