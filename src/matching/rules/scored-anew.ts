import { chances, fixedTables, type PairPoints, pointsOfBins, sumOf, type Tables } from '../../engine/engine.ts'
import { corrected } from '../../engine/learning/curve.ts'
import { unpackBins } from '../../engine/learning/packed.ts'
import type { NamedWeights } from './weights.ts'

/** What weights say of a pair: its score without a price, and how likely either side is to say yes. */
export type Scored = {
  readonly score: number
  readonly points: Int16Array
  readonly likely: { readonly apply: number; readonly offer: number }
}

/** How likely either side is to say yes, as chances of these weights turned out where that was learned. */
export function likelyBy(
  { curves }: Pick<NamedWeights, 'curves'>,
  tables: Tables,
  pair: Pick<PairPoints, 'apply' | 'offer'>,
): Scored['likely'] {
  const { apply, offer } = chances(tables, pair)
  return curves ? { apply: corrected(curves.apply, apply), offer: corrected(curves.offer, offer) } : { apply, offer }
}

/** Scores pairs anew from their bins (`packBins`), whatever weights they were found by. */
export function scorerOf(weights: NamedWeights): (bins: readonly number[]) => Scored {
  const tables = fixedTables(weights.weights)
  return (bins) => {
    const pair = pointsOfBins(tables, unpackBins(bins, 0))
    return { score: sumOf(pair.points), points: pair.points, likely: likelyBy(weights, tables, pair) }
  }
}

/**
 * A list of those that fit best, while a half of the projects is ranked by other weights: each place is of the half of whoever
 * is best there by the weights in use, and each half fills its places in its own order. `own` tells how well one of the second half
 * fits by its weights.
 */
export function seatedInHalves<Id>(best: readonly Id[], isSecond: (id: Id) => boolean, own: (id: Id) => number): Id[] {
  const second = best.filter(isSecond).sort((a, b) => own(b) - own(a))
  let next = 0
  return best.map((id) => (isSecond(id) ? second[next++]! : id))
}
