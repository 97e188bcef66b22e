import { createSorter } from './order.ts'
import { longest } from './sparse.ts'
import { goTowards, type OnList, type Side } from './stepping.ts'

/** How far each round goes; little, so that nobody is lifted over the others. */
const STEP = 0.05
/** Together they may change what is seen by a quarter. */
const MOST_ROUNDS = 6
/** So many first places of a list are never given away: what fits best stays where it is. */
const KEPT = 3
const FIRST = 2 ** 100
const NEEDED = 2 ** 50

type Lifting = {
  /** By pair: how likely both say yes, how much the other side sees, how much this side sees (which is changed). */
  readonly gain: Float32Array
  readonly sees: Float32Array
  readonly seen: Float32Array
  /** How many there are on the side that is shown. */
  readonly count: number
  readonly floor: number
  /** How many rounds have been told before. */
  readonly rounds: number
}

/**
 * Gives attention to whoever is shown too little: rounds as those before, but from the fourth place of each list on whoever has
 * less than `floor` of the mean comes first, the more is missing and the better it fits the earlier. Being rounds they keep the
 * lists a mixture of orders with known shares. Ends when nobody is below, or after six rounds: who is in hardly anybody's
 * question cannot be lifted further. Who is in nobody's question at all does not count.
 */
export function lift(side: Side, looked: Float64Array, lifting: Lifting, onList?: OnList): void {
  const { gain, sees, seen, floor, rounds } = lifting
  const { scores, sort } = createSorter(longest(side.starts))
  const order = new Uint32Array(scores.length)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const needs = needsOf(side, seen, lifting.count, floor)
    if (needs === null) return
    for (let row = 0; row + 1 < side.starts.length; row++) {
      const from = side.starts[row]!
      const own = side.pairs.subarray(from, side.starts[row + 1]!)
      for (const [at, pair] of own.entries()) scores[at] = gain[pair]! * sees[pair]!
      const best = sort(own.length).slice(0, KEPT)
      for (const [at, pair] of own.entries()) {
        const need = needs[side.shown[from + at]!]!
        if (need > 0) scores[at] = NEEDED * need * (1 + gain[pair]!)
      }
      for (const [place, at] of best.entries()) scores[at] = FIRST * (KEPT - place)
      for (const [place, at] of sort(own.length).subarray(0, own.length).entries()) order[place] = own[at]!
      const list = order.subarray(0, own.length)
      goTowards(list, STEP, looked, seen)
      onList?.({ side: side.side, row, round: rounds + round, step: STEP, pairs: list.subarray(0, looked.length) })
    }
  }
}

/** By who is shown, how much of the floor is missing, from 0 to 1; null when nobody misses anything. */
function needsOf({ pairs, shown }: Side, seen: Float32Array, count: number, floor: number): Float64Array | null {
  const attention = new Float64Array(count)
  const asked = new Uint8Array(count)
  for (const [at, pair] of pairs.entries()) {
    attention[shown[at]!]! += seen[pair]!
    asked[shown[at]!] = 1
  }
  const everybody = asked.reduce((sum, one) => sum + one, 0)
  const least = (floor * attention.reduce((sum, one) => sum + one, 0)) / Math.max(1, everybody)
  const needs = attention.map((one, at) => (asked[at] === 1 && one < least ? 1 - one / least : 0))
  return needs.some((need) => need > 0) ? needs : null
}
