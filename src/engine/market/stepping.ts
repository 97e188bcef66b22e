import { createSorter } from './order.ts'
import { longest, type SparseMarket, type Turned, turning } from './sparse.ts'

/** One list of one round: pairs of the market, best first, with the share that the round had in what was seen until then. */
export type Listed = {
  readonly side: 'left' | 'right'
  readonly row: number
  readonly round: number
  readonly step: number
  /** Holds until the next list. */
  readonly pairs: Uint32Array
}

/** Is told every list of every round. */
export type OnList = (list: Listed) => void

/**
 * One side's own order of the pairs: list after list. What is read for every pair of every round lies in it one behind the
 * other; in another order every number would be waited for.
 */
export type Side = {
  readonly side: 'left' | 'right'
  readonly starts: Uint32Array
  /** Whom each pair shows. */
  readonly shown: Uint32Array
  /** How likely both say yes. */
  readonly both: Float32Array
  /** Which pair of the market it is; null where the order is the market's. */
  readonly pairs: Uint32Array | null
}

export function sidesOf(market: SparseMarket, turn: Turned): { left: Side; right: Side } {
  const { left, starts, columns, wants, wanted } = market
  const both = wants.map((one, at) => one * wanted[at]!)
  const rows = new Uint32Array(columns.length)
  for (let row = 0; row < left; row++) rows.fill(row, starts[row]!, starts[row + 1]!)
  const { toTurned } = turning(market, turn)
  return {
    left: { side: 'left', starts, shown: columns, both, pairs: null },
    right: {
      ...{ side: 'right', ...turn },
      shown: toTurned(rows, new Uint32Array(columns.length)),
      both: toTurned(both, new Float32Array(columns.length)),
    },
  }
}

/** What one side sees of its pairs and what the other side sees of them, both in this side's order. */
export type Views = { readonly seen: Float32Array; readonly sees: Float32Array }

/** One step of one side: towards the order of what each pair would add, for what the other side sees now. */
export function stepper(own: Side, looked: Float64Array, { seen, sees }: Views, onList: OnList | undefined) {
  const { starts, shown, both } = own
  const { scores, sort } = createSorter(longest(starts))
  const tell = teller(own, looked, onList)
  return (round: number, step: number, worths: Float64Array) => {
    for (let row = 0; row + 1 < starts.length; row++) {
      const from = starts[row]!
      const length = starts[row + 1]! - from
      for (let at = 0; at < length; at++) scores[at] = both[from + at]! * sees[from + at]! * worths[shown[from + at]!]!
      const best = sort(length)
      goTowards(best, from, length, step, looked, seen)
      tell?.(row, round, step, best)
    }
  }
}

/** What is seen of the pairs of a list, which begin at `from`, moves by `step` towards what this order of them shows. */
export function goTowards(
  best: Uint32Array,
  from: number,
  length: number,
  step: number,
  looked: Float64Array,
  seen: Float32Array,
): void {
  for (let at = from; at < from + length; at++) seen[at] = (1 - step) * seen[at]!
  const places = Math.min(length, looked.length)
  for (let place = 0; place < places; place++) {
    const at = from + best[place]!
    seen[at] = seen[at]! + step * looked[place]!
  }
}

/** Tells a list that was found; undefined where nobody listens. */
export function teller({ side, starts, pairs }: Side, looked: Float64Array, onList: OnList | undefined) {
  if (onList === undefined) return undefined
  const list = new Uint32Array(Math.min(looked.length, longest(starts)))
  return (row: number, round: number, step: number, best: Uint32Array) => {
    const from = starts[row]!
    const length = Math.min(looked.length, starts[row + 1]! - from)
    for (let place = 0; place < length; place++) {
      const at = from + best[place]!
      list[place] = pairs === null ? at : pairs[at]!
    }
    onList({ side, row, round, step, pairs: list.subarray(0, length) })
  }
}
