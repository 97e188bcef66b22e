import { createSorter } from './order.ts'
import { longest } from './sparse.ts'
import { goTowards, type OnList, type Side, teller, type Views } from './stepping.ts'

/** How far each round goes; little, so that nobody is lifted over the others. */
const STEP = 0.05
/** Together they may change what is seen by a quarter. */
const MOST_ROUNDS = 6
/** So many first places of a list are never given away: what fits best stays where it is. */
const KEPT = 3
const FIRST = 2 ** 100
const NEEDED = 2 ** 50

/** What this side sees is changed. */
type Lifting = Views & {
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
  const { sees, seen, floor, rounds } = lifting
  const { starts, shown, both } = side
  const { scores, sort } = createSorter(longest(starts))
  const tell = teller(side, looked, onList)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const needs = needsOf(side, seen, lifting.count, floor)
    if (needs === null) return
    for (let row = 0; row + 1 < starts.length; row++) {
      const from = starts[row]!
      const length = starts[row + 1]! - from
      for (let at = 0; at < length; at++) scores[at] = both[from + at]! * sees[from + at]!
      const first = sort(length).slice(0, Math.min(KEPT, length))
      for (let at = 0; at < length; at++) {
        const need = needs[shown[from + at]!]!
        if (need > 0) scores[at] = NEEDED * need * (1 + both[from + at]!)
      }
      for (const [place, at] of first.entries()) scores[at] = FIRST * (KEPT - place)
      const best = sort(length)
      goTowards(best, from, length, STEP, looked, seen)
      tell?.(row, rounds + round, STEP, best)
    }
  }
}

/** By who is shown, how much of the floor is missing, from 0 to 1; null when nobody misses anything. */
function needsOf({ shown }: Side, seen: Float32Array, count: number, floor: number): Float64Array | null {
  const attention = new Float64Array(count)
  const asked = new Uint8Array(count)
  for (let at = 0; at < shown.length; at++) {
    attention[shown[at]!]! += seen[at]!
    asked[shown[at]!] = 1
  }
  const everybody = asked.reduce((sum, one) => sum + one, 0)
  const least = (floor * attention.reduce((sum, one) => sum + one, 0)) / Math.max(1, everybody)
  const needs = attention.map((one, at) => (asked[at] === 1 && one < least ? 1 - one / least : 0))
  return needs.some((need) => need > 0) ? needs : null
}
