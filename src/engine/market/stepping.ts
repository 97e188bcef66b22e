import { createSorter } from './order.ts'
import { longest, type SparseMarket, type Turned } from './sparse.ts'

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

/** The pairs of one side, list after list, and whom each shows. */
export type Side = {
  readonly side: 'left' | 'right'
  readonly starts: Uint32Array
  readonly pairs: Uint32Array
  readonly shown: Uint32Array
}

export function sideOf(market: SparseMarket, turn: Turned, side: 'left' | 'right'): Side {
  if (side === 'left')
    return { side, starts: market.starts, pairs: market.columns.map((_, at) => at), shown: market.columns }
  const rows = new Uint32Array(market.columns.length)
  for (let row = 0; row < market.left; row++) rows.fill(row, market.starts[row]!, market.starts[row + 1]!)
  return { side, ...turn, shown: turn.pairs.map((pair) => rows[pair]!) }
}

/** One step of one side: towards the order of what each pair would add, for what the other side sees now. */
export function stepper(
  { side, starts, pairs, shown }: Side,
  looked: Float64Array,
  both: Float32Array,
  sees: Float32Array,
  seen: Float32Array,
  onList: OnList | undefined,
) {
  const { scores, sort } = createSorter(longest(starts))
  const order = new Uint32Array(scores.length)
  return (round: number, step: number, worths: Float64Array) => {
    for (let row = 0; row + 1 < starts.length; row++) {
      const from = starts[row]!
      const length = starts[row + 1]! - from
      for (let at = 0; at < length; at++) {
        const pair = pairs[from + at]!
        scores[at] = both[pair]! * sees[pair]! * worths[shown[from + at]!]!
      }
      const best = sort(length)
      for (let place = 0; place < length; place++) order[place] = pairs[from + best[place]!]!
      const list = order.subarray(0, length)
      goTowards(list, step, looked, seen)
      onList?.({ side, row, round, step, pairs: list.subarray(0, looked.length) })
    }
  }
}

/** What is seen of the pairs of a list moves by `step` towards what this order shows. */
export function goTowards(list: Uint32Array, step: number, looked: Float64Array, seen: Float32Array): void {
  for (const [place, pair] of list.entries())
    seen[pair] = (1 - step) * seen[pair]! + (place < looked.length ? step * looked[place]! : 0)
}
