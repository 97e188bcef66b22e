/** Of many that have nothing to do with each other: two sums whose ratio is asked for. */
export type Ratio = { readonly above: Float64Array; readonly below: Float64Array }

export type Interval = readonly [low: number, high: number]

/** 0 where there is nothing below. */
export function ratioOf({ above, below }: Ratio, drawn?: Uint32Array): number {
  let [up, down] = [0, 0]
  for (let n = 0; n < above.length; n++) {
    const at = drawn ? drawn[n]! : n
    up += above[at]!
    down += below[at]!
  }
  return down === 0 ? 0 : up / down
}

/** Standard error of a ratio, by the delta method. */
export function errorOf(ratio: Ratio): number {
  return spreadOf(influences(ratio))
}

/** Standard error of what one ratio is more than another of the same ones. */
export function errorOfMore(ratio: Ratio, than: Ratio): number {
  const other = influences(than)
  return spreadOf(influences(ratio).map((one, at) => one - other[at]!))
}

/** How far each of them moves the ratio, times their number; they add up to nothing. */
function influences({ above, below }: Ratio): Float64Array {
  const ratio = ratioOf({ above, below })
  const mean = below.reduce((sum, one) => sum + one, 0) / below.length
  return mean === 0 ? new Float64Array(below.length) : above.map((one, at) => (one - ratio * below[at]!) / mean)
}

function spreadOf(moved: Float64Array): number {
  const squares = moved.reduce((sum, one) => sum + one * one, 0)
  return Math.sqrt(squares / moved.length / (moved.length - 1))
}

/** Ratios of `samples` draws of as many, with putting back: the same draws for all, one row of values each. */
export function redrawn(ratios: readonly Ratio[], samples: number, random: () => number): Float64Array[] {
  const values = ratios.map(() => new Float64Array(samples))
  const count = ratios[0]!.above.length
  const drawn = new Uint32Array(count)
  for (let sample = 0; sample < samples; sample++) {
    for (let n = 0; n < count; n++) drawn[n] = Math.floor(random() * count)
    for (const [at, ratio] of ratios.entries()) values[at]![sample] = ratioOf(ratio, drawn)
  }
  return values
}

/** The middle part of values. */
export function between(values: Float64Array, level: number): Interval {
  const sorted = values.toSorted()
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!
  return [at((1 - level) / 2), at((1 + level) / 2)]
}
