import { rising } from './rising.ts'

/** What a model's chances turned out to be: a line through points that rise; from 0 to 0 and from 1 to 1 at the ends. */
export type Curve = { readonly predicted: readonly number[]; readonly observed: readonly number[] }

const GROUPS = 20
/** So many examples that turned out as predicted stand in each group beforehand. */
const TRUST = 10

/**
 * A sum of logits tells an order well, and chances only as far as the world adds up in logits. So what needs chances reads them off
 * what came of others with about the same one, rising, so that no rank changes. `attention` as in calibration.ts. After Zadrozny &
 * Elkan, KDD 2002, with groups, so that it does not jump.
 */
export function curveOf(chances: Float64Array, came: ArrayLike<number>, attention: ArrayLike<number>): Curve {
  const order = Uint32Array.from({ length: chances.length }, (_, at) => at).sort((a, b) => chances[a]! - chances[b]!)
  const all = order.reduce((sum, at) => sum + attention[at]!, 0)
  const groups = Array.from({ length: GROUPS }, () => ({ weight: 0, predicted: 0, observed: 0 }))
  let passed = 0
  for (const at of order) {
    const group = groups[Math.min(GROUPS - 1, Math.floor((passed / all) * GROUPS))]!
    passed += attention[at]!
    group.weight += attention[at]!
    group.predicted += attention[at]! * chances[at]!
    group.observed += came[at]!
  }
  const filled = groups.filter(({ weight }) => weight > 0)
  const predicted = filled.map(({ predicted, weight }) => predicted / weight)
  const weights = filled.map(({ weight }) => weight + TRUST)
  const observed = filled.map(({ observed }, at) => Math.min(1, (observed + TRUST * predicted[at]!) / weights[at]!))
  return { predicted, observed: rising(observed, weights) }
}

/** A chance of the model as it turned out. */
export function corrected({ predicted, observed }: Curve, chance: number): number {
  const next = predicted.findIndex((one) => one > chance)
  const at = next < 0 ? predicted.length : next
  const [x0, y0] = at === 0 ? [0, 0] : [predicted[at - 1]!, observed[at - 1]!]
  const [x1, y1] = at === predicted.length ? [1, 1] : [predicted[at]!, observed[at]!]
  return x1 > x0 ? y0 + ((y1 - y0) * (chance - x0)) / (x1 - x0) : y0
}
