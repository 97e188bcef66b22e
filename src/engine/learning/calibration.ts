/** Some examples of about the same predicted chance. */
export type Group = { readonly examples: number; readonly predicted: number; readonly observed: number }

export type Calibration = {
  /** Expected calibration error: mean distance of predicted and observed over the groups, by weight. */
  readonly ece: number
  /** By predicted chance, lowest first. */
  readonly groups: readonly Group[]
  /** Mean −log of the chance of what happened, in nats. */
  readonly logLoss: number
}

const GROUPS = 10
/** So that one sure mistake is not worse than everything else together. */
const SUREST = 1e-12

/**
 * Whether of what has a chance of a tenth one in ten comes about. Chances are P(came | looked at); with `attention` below 1 an
 * example counts as that part of one, since P(came) = attention × chance. Groups of equal weight. Of few examples the error is
 * never nil, even of a model that is right: about 0.8 standard errors of a group's share. Throws RangeError for what is no chance.
 * Source: Naeini, Cooper, Hauskrecht, AAAI 2015 (with groups of equal count, Nguyen & O'Connor, EMNLP 2015).
 */
export function calibration(
  chances: ArrayLike<number>,
  came: ArrayLike<number>,
  attention: ArrayLike<number> = new Float64Array(chances.length).fill(1),
): Calibration {
  const { length } = chances
  if (length === 0 || came.length !== length || attention.length !== length)
    throw new RangeError(`${length} chances, ${came.length} outcomes, ${attention.length} of attention`)
  let [all, loss] = [0, 0]
  for (let at = 0; at < length; at++) {
    const chance = chances[at]!
    if (!(chance >= 0 && chance <= 1)) throw new RangeError(`chance ${at}: ${chance} is not from 0 to 1`)
    if (!(attention[at]! > 0 && attention[at]! <= 1))
      throw new RangeError(`attention ${at}: ${attention[at]} is not above 0, up to 1`)
    all += attention[at]!
    const seen = attention[at]! * chance
    loss -= Math.log(Math.max(SUREST, came[at] ? seen : 1 - seen))
  }
  const order = Uint32Array.from({ length }, (_, at) => at).sort((a, b) => chances[a]! - chances[b]! || a - b)
  const sums = Array.from({ length: GROUPS }, () => ({ examples: 0, weight: 0, predicted: 0, observed: 0 }))
  let passed = 0
  for (const at of order) {
    const weight = attention[at]!
    const sum = sums[Math.min(GROUPS - 1, Math.floor((passed / all) * GROUPS))]!
    passed += weight
    sum.examples++
    sum.weight += weight
    sum.predicted += weight * chances[at]!
    sum.observed += Number(came[at])
  }
  const filled = sums.filter(({ examples }) => examples > 0)
  const ece = filled.reduce((sum, { predicted, observed }) => sum + Math.abs(predicted - observed), 0) / all
  const groups = filled.map(({ examples, weight, predicted, observed }) => ({
    examples,
    predicted: predicted / weight,
    observed: observed / weight,
  }))
  return { ece, groups, logLoss: loss / length }
}
