import type { Known } from './morning.ts'

/** Counts what comes of the people or projects of a simulated market. */
export function knowing(isNew: Uint8Array) {
  const { length } = isNew
  const trials = Float64Array.from(isNew, (one) => (one ? 0 : Number.POSITIVE_INFINITY))
  const [more, variance] = [new Float64Array(length), new Float64Array(length)]
  return {
    /** One said yes or no of whom it was believed with `likely`. */
    tell(at: number, said: boolean, likely: number): void {
      trials[at] = trials[at]! + 1
      more[at] = more[at]! + Number(said) - likely
      variance[at] = variance[at]! + likely * (1 - likely)
    },
    of(some: Int32Array): Known {
      const pick = (values: Float64Array) => Float64Array.from(some, (at) => values[at]!)
      return { trials: pick(trials), more: pick(more), variance: pick(variance) }
    },
  }
}
