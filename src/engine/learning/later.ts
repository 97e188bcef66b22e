import { chance } from '../logistic.ts'
import type { Weights } from '../prior.ts'
import { softplus } from './fit.ts'
import { came, type Outcome, type Side, type Stage, stepOf } from './outcomes.ts'
import { TABLE_NAMES } from './shape.ts'

/** A stage after the pair model's two: P(came to it, from the stage before) by base + slope × the pair's logits. */
export type Later = { readonly from: Stage; readonly to: Stage; readonly base: number; readonly slope: number }

const LATER = [
  { from: 'applied', to: 'shortlisted' },
  { from: 'offered', to: 'contracted' },
  { from: 'contracted', to: 'continued' },
] as const satisfies readonly { from: Stage; to: Stage }[]

export function learnLater(outcomes: readonly Outcome[], weights: Weights, penalty: number): Later[] {
  return LATER.map((step) => learnStep(outcomes, step, weights, penalty))
}

/** P(came to `to`, from the stage before it) of one pair. */
export function chanceOfLater({ base, slope }: Later, weights: Weights, { bins }: Pick<Outcome, 'bins'>): number {
  return chance(base + slope * bothLogits(weights, bins))
}

const MOST_STEPS = 50
const SMALLEST = 1e-9

/** Newton's method for two numbers, half as far until it is better; drawn to an even chance, whatever the pair. */
function learnStep(
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
