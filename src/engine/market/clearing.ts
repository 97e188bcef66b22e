import type { Looked } from './examination.ts'
import { lift } from './lifting.ts'
import { alike, type SparseExposure, type SparseMarket, type Sums, sumsOf, turned, turning } from './sparse.ts'
import { type OnList, sidesOf, stepper } from './stepping.ts'
import { annealed, type Capacity, FEWEST, type Search } from './welfare.ts'

export type ClearOptions = {
  readonly search?: Search | undefined
  /** As for `welfare`, but of one side alone too, and more than 0. Without it one more match counts as much as the first. */
  readonly capacity?: Partial<Capacity> | undefined
  /** What part of the mean attention nobody of either side may get less than, as far as the pairs allow; 0 if not said. */
  readonly floor?: number | undefined
  readonly onList?: OnList | undefined
}

export type Cleared = { readonly exposure: SparseExposure; readonly sums: Sums; readonly rounds: number }

/**
 * Lists that make most of a sparse market, as `welfare` finds them for a small whole one: Frank–Wolfe steps by sorting, in
 * memory of the order of the pairs and time of the order of pairs × rounds. `looked.left` holds how likely each place of a
 * professional's list is looked at, `looked.right` of a project's; behind their ends nothing is seen. An empty market is
 * cleared at once. With `floor` some more rounds give attention to whoever has too little (`lift`). Throws RangeError when a
 * capacity is not positive or there are too few; the market itself is checked by `checkSparse`.
 */
export function clear(market: SparseMarket, looked: Looked, options: ClearOptions = {}): Cleared {
  const { search = annealed(), capacity = {}, floor = 0, onList } = options
  if (!(floor >= 0 && floor <= 1)) throw new RangeError(`floor: ${floor} is not from 0 to 1`)
  checkCapacity('left', capacity.left, market.left)
  checkCapacity('right', capacity.right, market.right)
  const turn = turned(market)
  const { toTurned, toMarket } = turning(market, turn)
  const sides = sidesOf(market, turn)
  const left = { seen: alike(market.starts, looked.left), sees: new Float32Array(market.columns.length) }
  const right = { seen: alike(turn.starts, looked.right), sees: new Float32Array(market.columns.length) }
  const exposure = { toLeft: left.seen, toRight: toMarket(right.seen, left.sees) }
  const stepRight = stepper(sides.right, looked.right, right, onList)
  const stepLeft = stepper(sides.left, looked.left, left, onList)
  let sums = sumsOf(market, exposure)
  let rounds = 0
  while (rounds < search.rounds) {
    const before = sums.matches
    const [alpha, step] = [search.alpha(rounds), search.step(rounds)]
    toTurned(left.seen, right.sees)
    stepRight(rounds, step, worth(sums.left, alpha, capacity.left))
    toMarket(right.seen, left.sees)
    sums = sumsOf(market, exposure)
    stepLeft(rounds, step, worth(sums.right, alpha, capacity.right))
    sums = sumsOf(market, exposure)
    rounds++
    if (Math.abs(sums.matches - before) < search.closeEnough) break
  }
  if (floor > 0) {
    lift(sides.left, looked.left, { ...left, count: market.right, floor, rounds }, onList)
    toTurned(left.seen, right.sees)
    lift(sides.right, looked.right, { ...right, count: market.left, floor, rounds }, onList)
    toMarket(right.seen, left.sees)
    sums = sumsOf(market, exposure)
  }
  return { exposure, sums, rounds }
}

function checkCapacity(name: string, capacity: Float64Array | undefined, count: number): void {
  if (capacity === undefined) return
  if (capacity.length !== count) throw new RangeError(`capacity, ${name}: ${capacity.length} for ${count}`)
  const at = capacity.findIndex((one) => !(one > 0))
  if (at >= 0) throw new RangeError(`capacity, ${name} ${at + 1}: ${capacity[at]} is not more than 0`)
}

/** What one more match of somebody counts who has this many. */
export function worth(matches: Float64Array, alpha: number, capacity: Float64Array | undefined): Float64Array {
  return matches.map((sum, at) => {
    const fair = alpha === 1 ? 1 : Math.max(sum, FEWEST) ** (alpha - 1)
    return capacity === undefined ? fair : fair * Math.exp(-sum / capacity[at]!)
  })
}
