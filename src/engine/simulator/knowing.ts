import type { Market } from '../market/market.ts'
import type { Known, Morning } from './morning.ts'

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

/**
 * A morning on which what is believed of newcomers has moved with what came of them, as records and answers move it on a platform: from
 * nothing, as far as `unknown` says it may be off.
 */
export function asLearnt(morning: Morning, unknown: number): Morning {
  const { market, known } = morning
  const { wants, wanted } = market
  const moved = (values: Float64Array, columns: number, by: Float64Array) =>
    values.map((likely, at) => (likely === 0 ? 0 : likely / (likely + (1 - likely) * Math.exp(-by[at % columns]!))))
  const learnt: Market = {
    wants: { ...wants, values: moved(wants.values, wants.columns, meansOf(known.projects, unknown)) },
    wanted: { ...wanted, values: moved(wanted.values, wanted.columns, meansOf(known.people, unknown)) },
  }
  return { ...morning, market: learnt }
}

/** Of a normal belief around nothing, one step towards what came: 0 where all was known before. */
function meansOf({ trials, more, variance }: Known, unknown: number): Float64Array {
  return more.map((one, at) => (trials[at] === Number.POSITIVE_INFINITY ? 0 : one / (1 / unknown ** 2 + variance[at]!)))
}
