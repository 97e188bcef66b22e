import { type Examination, examination } from './examination.ts'
import type { Drawn } from './lottery.ts'
import { type Aim, planLists } from './plan.ts'
import { checkSparse, type SparseMarket } from './sparse.ts'
import type { Capacity } from './welfare.ts'

/** A row's list of two halves: what stands at each place, and of which half it is. */
export type Joined = Drawn & {
  /** As in `Plan`, with the places of the joined list. */
  readonly seen: Float64Array
  /** By place, who would stand there by agreement alone. */
  readonly fit: Uint32Array
  /** By place, 1 where it belongs to the second half. */
  readonly second: Uint8Array
}

export type Halves = {
  readonly left: readonly Joined[]
  readonly right: readonly Drawn[]
  /** As in `Plan`. */
  readonly prices: Float64Array
}

type Wishes = {
  /** By column: is it of the second half? */
  readonly second: readonly boolean[]
  /** Of the first half, and of the second. */
  readonly aims: readonly [Aim, Aim]
  /** By pair: how well it agrees; higher is better. */
  readonly scores: ArrayLike<number>
  /** The same as its half tells it, where the halves reckon agreement otherwise: for `fit` alone, never for whose a place is. */
  readonly own?: ArrayLike<number> | undefined
  readonly look: Examination
  readonly capacity: Capacity
  /** Numbers in [0, 1). */
  readonly random: () => number
  /** As in `planLists`. */
  readonly taken?: SparseMarket | undefined
}

/**
 * Everybody's lists where half of the columns are shown by one aim and half by another: each half is a market of its own, with all
 * rows in it. A column's list is that of its half. A row has one list of both: which half has which place is told by agreement alone
 * (place r is of the half of the row's r-th best pair, and is left out where r is behind the end of that half's lists), so no aim takes
 * places from the other; the half's own list fills its places in its order. Hence a place's chance is the one it has in its half.
 * Within its half a list is searched for as if it were looked at alone. Halves may be ranked by other weights too: the likings of each
 * half's pairs are then its own, while `scores` are those of one model for both. Throws RangeError for what `planLists` refuses, and
 * for columns or scores that are not as many as the market has.
 */
export function planHalves(market: SparseMarket, wishes: Wishes): Halves {
  const { second, aims, scores, own: within = scores, look, capacity, random, taken } = wishes
  checkSparse(market)
  if (second.length !== market.right) throw new RangeError(`second: ${second.length} for ${market.right} columns`)
  for (const [name, { length }] of Object.entries({ scores, own: within }))
    if (length !== market.columns.length) throw new RangeError(`${name}: ${length} for ${market.columns.length} pairs`)
  const rows = Array.from({ length: market.left }, (_, row) => placesOf(market, row, { second, aims, scores, within }))
  const looked = examination(look, Math.max(...aims.map(({ places }) => places)))
  const halves = ([0, 1] as const).map((which) => {
    const half = halfOf(market, second, which)
    const plan = planLists(half.market, {
      ...{ aim: aims[which], look, random, taken: taken && halfOf(taken, second, which).market },
      capacity: {
        left: capacity.left,
        right: Float64Array.from(half.columns, (column) => capacity.right[column] ?? Number.NaN),
      },
      placed: (row) => looked.filter((_, place) => rows[row]!.second[place] === which),
    })
    return { ...half, plan }
  })
  const left = rows.map((own, row): Joined => {
    const next = [0, 0]
    const places = Array.from(own.second, (which) => {
      const { plan, pairs } = halves[which]!
      const at = next[which]!++
      const { pairs: drawn, chances, seen } = plan.left[row]!
      return { pair: pairs[drawn[at]!]!, chance: chances[at]!, seen: seen[at]! }
    })
    return {
      ...own,
      pairs: Uint32Array.from(places, ({ pair }) => pair),
      chances: Float64Array.from(places, ({ chance }) => chance),
      seen: Float64Array.from(places, (one) => one.seen),
    }
  })
  const right: Drawn[] = []
  const prices = new Float64Array(market.right)
  for (const { plan, pairs, columns } of halves) {
    for (const [at, column] of columns.entries()) {
      const { pairs: drawn, chances } = plan.right[at]!
      right[column] = { pairs: drawn.map((pair) => pairs[pair]!), chances }
      prices[column] = plan.prices[at]!
    }
  }
  return { left, right, prices }
}

/** The places of a row's list, and whose they are. */
function placesOf(
  { starts, columns }: SparseMarket,
  row: number,
  {
    second: ofSecond,
    aims,
    scores,
    within,
  }: Pick<Wishes, 'second' | 'aims' | 'scores'> & { within: ArrayLike<number> },
): Pick<Joined, 'fit' | 'second'> {
  const whose = (pair: number) => (ofSecond[columns[pair]!] ? 1 : 0)
  const own = Array.from({ length: starts[row + 1]! - starts[row]! }, (_, at) => starts[row]! + at)
  const best = (by: ArrayLike<number>) => own.toSorted((a, b) => by[b]! - by[a]! || a - b)
  const places = best(scores).filter((pair, rank) => rank < aims[whose(pair)]!.places)
  const second = Uint8Array.from(places, whose)
  if (within === scores) return { fit: Uint32Array.from(places), second }
  const halves = [0, 1].map((which) => best(within).filter((pair) => whose(pair) === which))
  const next = [0, 0]
  return { fit: Uint32Array.from(second, (which) => halves[which]![next[which]!++]!), second }
}

/** The market of one half: all rows, its columns, and which pairs and columns of the whole market they are. */
function halfOf({ left, starts, columns, wants, wanted }: SparseMarket, second: readonly boolean[], which: 0 | 1) {
  const own = Uint32Array.from(second.keys()).filter((column) => second[column] === (which === 1))
  const columnOf = new Map(Array.from(own, (column, at) => [column, at]))
  const pairs = Uint32Array.from(columns.keys()).filter((pair) => columnOf.has(columns[pair]!))
  const ends = new Uint32Array(left + 1)
  let at = 0
  for (let row = 0; row < left; row++) {
    while (at < pairs.length && pairs[at]! < starts[row + 1]!) at++
    ends[row + 1] = at
  }
  const market: SparseMarket = {
    ...{ left, right: own.length, starts: ends },
    columns: pairs.map((pair) => columnOf.get(columns[pair]!)!),
    wants: Float32Array.from(pairs, (pair) => wants[pair]!),
    wanted: Float32Array.from(pairs, (pair) => wanted[pair]!),
  }
  return { market, pairs, columns: own }
}
