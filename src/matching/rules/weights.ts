import { PRIOR, type Weights } from '../../engine/engine.ts'
import type { Curve } from '../../engine/learning/curve.ts'
import type { Side } from '../../engine/learning/outcomes.ts'
import type { MarketWeights, Outcomes } from '../schema.ts'

/** Weights of the pair model with their name, and how their chances turned out where that was learned. */
export type NamedWeights = {
  readonly name: string
  readonly weights: Weights
  readonly curves: Readonly<Record<Side, Curve>> | null
}

/** The expert's, as long as nobody chose others. */
export const EXPERT: NamedWeights = { name: 'prior-1', weights: PRIOR, curves: null }

/**
 * Outcomes from which weights are learned, of each kind (came about and not). In eight simulated markets whose people do not choose
 * as the pair model says (bench/outcomes.ts, seeds 1 to 8; 200 and 400 persons, 2,000 held back), chances learned from about so
 * many were wrong by less than half of what the expert's were, in each of them.
 */
export const ENOUGH = { apply: 100, offer: 40 } as const satisfies Record<Side, number>

export function isEnough(outcomes: Outcomes): boolean {
  return Object.entries(ENOUGH).every(([side, least]) => {
    const { came, not } = outcomes[side as Side]
    return came >= least && not >= least
  })
}

/** Learned weights may be used where they are surely better for one side and for no side surely worse. */
export function isProven({ apply, offer }: MarketWeights['proof']): boolean {
  const all = [apply.better.normal, offer.better.normal]
  return all.some(([low]) => low > 0) && all.every(([, high]) => high > 0)
}
