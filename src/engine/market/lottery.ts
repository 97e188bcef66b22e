import type { SparseMarket, Turned } from './sparse.ts'
import type { Listed, OnList } from './stepping.ts'

/** One list that was drawn: pairs of the market, best first, and how likely each of them stood just there. */
export type Drawn = { readonly pairs: Uint32Array; readonly chances: Float64Array }

/**
 * Writes down the rounds of `clear` for one side, so that single lists can be drawn from what it found, with known chances: as
 * `mixtureRecorder` does for whole markets. Memory: rounds × rows × places × 4 bytes.
 */
export function lotteryRecorder(side: 'left' | 'right', market: SparseMarket, turn: Turned) {
  const starts = side === 'left' ? market.starts : turn.starts
  const pairAt = (at: number) => (side === 'left' ? at : turn.pairs[at]!)
  const rounds: { readonly step: number; readonly lists: Uint32Array[] }[] = []
  const onList: OnList = ({ side: which, row, round, step, pairs }: Listed) => {
    if (which !== side) return
    rounds[round] ??= { step, lists: [] }
    rounds[round].lists[row] = pairs.slice()
  }

  /**
   * A list of a row; `places` is how many places there are. `random` gives numbers in [0, 1): one, and one more a place where
   * the list is drawn from all orders alike.
   */
  const draw = (row: number, places: number, random: () => number): Drawn => {
    const [from, to] = [starts[row]!, starts[row + 1]!]
    const length = Math.min(places, to - from)
    const shares = sharesOf(rounds)
    let rest = random()
    const which = rounds.findIndex((_, round) => {
      rest -= shares.of[round]!
      return rest < 0
    })
    const pairs =
      which < 0 ? freeOrder(from, to, random).slice(0, length).map(pairAt) : rounds[which]!.lists[row]!.slice(0, length)
    const chances = new Float64Array(pairs.length).fill(to > from ? shares.before / (to - from) : 0)
    for (const [round, { lists }] of rounds.entries())
      for (const [place, pair] of pairs.entries())
        if (lists[row]![place] === pair) chances[place] = chances[place]! + shares.of[round]!
    return { pairs, chances }
  }

  /** How much each of some pairs of a row is seen on average over all lists that could be drawn; `looked` by place. */
  const seen = (row: number, pairs: Uint32Array, looked: Float64Array): Float64Array => {
    const [from, to] = [starts[row]!, starts[row + 1]!]
    const shares = sharesOf(rounds)
    const length = Math.min(looked.length, to - from)
    const all = looked.subarray(0, length).reduce((sum, one) => sum + one, 0)
    const found = new Float64Array(pairs.length).fill(to > from ? (shares.before * all) / (to - from) : 0)
    const at = new Map(Array.from(pairs, (pair, index) => [pair, index]))
    for (const [round, { lists }] of rounds.entries()) {
      for (const [place, pair] of lists[row]!.subarray(0, length).entries()) {
        const index = at.get(pair)
        if (index !== undefined) found[index] = found[index]! + shares.of[round]! * looked[place]!
      }
    }
    return found
  }
  return { onList, draw, seen }
}

/** What each round counts in the end, and what was before the first: every order alike. They add up to 1. */
function sharesOf(rounds: readonly { readonly step: number }[]): { of: Float64Array; before: number } {
  const of = new Float64Array(rounds.length)
  let rest = 1
  for (let round = rounds.length - 1; round >= 0; round--) {
    of[round] = rest * rounds[round]!.step
    rest *= 1 - rounds[round]!.step
  }
  return { of, before: rest }
}

/** A Fisher–Yates shuffle of the numbers from `from` to before `to`. */
function freeOrder(from: number, to: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length: to - from }, (_, at) => from + at)
  for (let place = 0; place + 1 < order.length; place++) {
    const other = place + Math.floor(random() * (order.length - place))
    const kept = order[place]!
    order[place] = order[other]!
    order[other] = kept
  }
  return order
}
