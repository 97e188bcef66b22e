import type { Looked } from './examination.ts'
import { createSorter } from './order.ts'
import {
  beginning,
  longest,
  type SparseExposure,
  type SparseMarket,
  type Sums,
  sumsOf,
  type Turned,
  turned,
} from './sparse.ts'
import { annealed, type Capacity, FEWEST, type Search } from './welfare.ts'

/** One list of one round: pairs of the market, best first, with the share that the round had in what was seen until then. */
export type Listed = {
  readonly side: 'left' | 'right'
  readonly row: number
  readonly round: number
  readonly step: number
  /** Holds until the next list. */
  readonly pairs: Uint32Array
}

export type ClearOptions = {
  readonly search?: Search | undefined
  /** As for `welfare`, but of one side alone too, and more than 0. Without it one more match counts as much as the first. */
  readonly capacity?: Partial<Capacity> | undefined
  readonly onList?: ((list: Listed) => void) | undefined
}

export type Cleared = { readonly exposure: SparseExposure; readonly sums: Sums; readonly rounds: number }

/**
 * Lists that make most of a sparse market, as `welfare` finds them for a small whole one: Frank–Wolfe steps by sorting, in
 * memory of the order of the pairs and time of the order of pairs × rounds. `looked.left` holds how likely each place of a
 * professional's list is looked at, `looked.right` of a project's; behind their ends nothing is seen. An empty market is
 * cleared at once. Throws RangeError when a capacity is not positive or there are too few; the market itself is checked by
 * `checkSparse`.
 */
export function clear(market: SparseMarket, looked: Looked, options: ClearOptions = {}): Cleared {
  const { search = annealed(), capacity = {}, onList } = options
  checkCapacity('left', capacity.left, market.left)
  checkCapacity('right', capacity.right, market.right)
  const turn = turned(market)
  const exposure = beginning(market, turn, looked)
  const both = market.wants.map((wants, at) => wants * market.wanted[at]!)
  const { toLeft, toRight } = exposure
  const right = stepper(sideOf(market, turn, 'right'), looked.right, both, toLeft, toRight, onList)
  const left = stepper(sideOf(market, turn, 'left'), looked.left, both, toRight, toLeft, onList)
  let sums = sumsOf(market, exposure)
  let rounds = 0
  while (rounds < search.rounds) {
    const before = sums.matches
    const [alpha, step] = [search.alpha(rounds), search.step(rounds)]
    right(rounds, step, worth(sums.left, alpha, capacity.left))
    sums = sumsOf(market, exposure)
    left(rounds, step, worth(sums.right, alpha, capacity.right))
    sums = sumsOf(market, exposure)
    rounds++
    if (Math.abs(sums.matches - before) < search.closeEnough) break
  }
  return { exposure, sums, rounds }
}

function checkCapacity(name: string, capacity: Float64Array | undefined, count: number): void {
  if (capacity === undefined) return
  if (capacity.length !== count) throw new RangeError(`capacity, ${name}: ${capacity.length} for ${count}`)
  const at = capacity.findIndex((one) => !(one > 0))
  if (at >= 0) throw new RangeError(`capacity, ${name} ${at + 1}: ${capacity[at]} is not more than 0`)
}

/** The pairs of one side, list after list, and whom each shows. */
type Side = {
  readonly side: 'left' | 'right'
  readonly starts: Uint32Array
  readonly pairs: Uint32Array
  readonly shown: Uint32Array
}

function sideOf(market: SparseMarket, turn: Turned, side: 'left' | 'right'): Side {
  if (side === 'left')
    return { side, starts: market.starts, pairs: market.columns.map((_, at) => at), shown: market.columns }
  const rows = new Uint32Array(market.columns.length)
  for (let row = 0; row < market.left; row++) rows.fill(row, market.starts[row]!, market.starts[row + 1]!)
  return { side, ...turn, shown: turn.pairs.map((pair) => rows[pair]!) }
}

/** What one more match of somebody counts who has this many. */
function worth(matches: Float64Array, alpha: number, capacity: Float64Array | undefined): Float64Array {
  return matches.map((sum, at) => {
    const fair = alpha === 1 ? 1 : Math.max(sum, FEWEST) ** (alpha - 1)
    return capacity === undefined ? fair : fair * Math.exp(-sum / capacity[at]!)
  })
}

/** One step of one side: towards the order of what each pair would add, for what the other side sees now. */
function stepper(
  { side, starts, pairs, shown }: Side,
  looked: Float64Array,
  both: Float32Array,
  sees: Float32Array,
  seen: Float32Array,
  onList: ClearOptions['onList'],
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
      const places = Math.min(length, looked.length)
      for (let place = 0; place < length; place++) {
        const pair = pairs[from + best[place]!]!
        seen[pair] = (1 - step) * seen[pair]! + (place < places ? step * looked[place]! : 0)
        order[place] = pair
      }
      onList?.({ side, row, round, step, pairs: order.subarray(0, places) })
    }
  }
}
