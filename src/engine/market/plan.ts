import { bottomTenth, gini } from '../simulator/figures.ts'
import { clear, worth } from './clearing.ts'
import { type Examination, examination, type Looked } from './examination.ts'
import { type Drawn, lotteryRecorder } from './lottery.ts'
import { createMersenne } from './mersenne.ts'
import { HIGHEST_PRICE } from './prices.ts'
import { alike, checkSparse, type SparseExposure, type SparseMarket, sumsOf, turned, turning } from './sparse.ts'
import { sidesOf, stepper } from './stepping.ts'
import { annealed, type Capacity, type Search } from './welfare.ts'

/** What the lists of a market are made for. */
export type Aim = {
  /** Where the search ends: 1 most matches, 0 nobody left out. */
  readonly alpha: number
  /** Places of a list. */
  readonly places: number
  /** What part of the mean attention nobody is to get less than, from 0 to 1. */
  readonly floor: number
}

/** What lists are expected to bring, with the likings as they are believed. */
export type Outcome = {
  readonly matches: number
  /** Share of the projects that find at least one. */
  readonly filled: number
  /** Gini coefficient over projects of the attention they get; 0: all alike. */
  readonly gini: number
  /** Attention of the least seen tenth of projects, as a share of the mean. */
  readonly bottom: number
  /** Share of the projects that stand on at least one list. */
  readonly coverage: number
}

export type Plan = {
  /** `seen`: how much of each place's pair its row sees on average over the lottery, with places looked at as `look` says. */
  readonly left: readonly (Drawn & { readonly seen: Float64Array })[]
  readonly right: readonly Drawn[]
  readonly outcome: Outcome
  /** By project, in logits from 0 to 2: how much less another match of it counts than of the least wanted ones. */
  readonly prices: Float64Array
}

type Wishes = {
  readonly aim: Aim
  readonly look: Examination
  readonly capacity: Capacity
  /** Numbers in [0, 1). */
  readonly random: () => number
  /** How likely the places of a row's own list are looked at, where they are not those of `look`: for `seen` alone. */
  readonly placed?: (row: number) => Float64Array
  /** The same pairs with the likings by which lists are searched for, where they are not those that are believed: see venture.ts. */
  readonly taken?: SparseMarket | undefined
}

/**
 * Everybody's list for a sparse market: what `clear` finds for this aim, one list drawn for each, with the chance of every place.
 * Chances are those of the lottery, given `taken`; what lists bring, and prices, are told by what is believed.
 * An empty market gives empty lists. Throws RangeError for an aim, a capacity or a market that is none.
 */
export function planLists(market: SparseMarket, wishes: Wishes): Plan {
  const { aim, look, capacity, random, placed, taken = market } = wishes
  checkAim(aim)
  for (const one of new Set([market, taken])) checkSparse(one)
  const turn = turned(market)
  const looked = lookedAt(look, aim.places)
  const [left, right] = [lotteryRecorder('left', market, turn), lotteryRecorder('right', market, turn)]
  const { exposure } = clear(taken, looked, {
    search: endingAt(aim.alpha),
    capacity,
    floor: aim.floor,
    onList: (list) => {
      left.onList(list)
      right.onList(list)
    },
  })
  // Each column by numbers of its own: who else is in the market changes no draw.
  const ownDraws = () => createMersenne(Math.floor(random() * 2 ** 32)).random
  const drawn = Array.from({ length: market.right }, (_, column) => right.draw(column, aim.places, ownDraws()))
  const draws = ownDraws()
  const lists = {
    left: Array.from({ length: market.left }, (_, row) => {
      const one = left.draw(row, aim.places, draws)
      return { ...one, seen: left.seen(row, one.pairs, placed?.(row) ?? looked.left) }
    }),
    right: drawn,
  }
  const shown = lists.left.map(({ pairs }) => pairs)
  return {
    ...lists,
    outcome: outcomeOf(market, exposure, shown),
    prices: pricesOf(worth(sumsOf(market, exposure).right, aim.alpha, capacity.right)),
  }
}

/** What lists by liking alone would bring: both sides' best first, whoever else wants the same. */
export function outcomeByFit(market: SparseMarket, look: Examination, places: number): Outcome {
  checkSparse(market)
  const turn = turned(market)
  const looked = lookedAt(look, places)
  const sides = sidesOf(market, turn)
  const none = new Float32Array(market.columns.length).fill(1)
  const left = { seen: alike(market.starts, looked.left), sees: none }
  const right = { seen: alike(turn.starts, looked.right), sees: none }
  const shown: Uint32Array[] = []
  const take = ({ row, pairs }: { row: number; pairs: Uint32Array }) => {
    shown[row] = pairs.slice()
  }
  stepper(sides.right, looked.right, right, undefined)(0, 1, new Float64Array(market.left).fill(1))
  stepper(sides.left, looked.left, left, take)(0, 1, new Float64Array(market.right).fill(1))
  const toRight = turning(market, turn).toMarket(right.seen, new Float32Array(market.columns.length))
  const exposure = { toLeft: left.seen, toRight }
  return outcomeOf(market, exposure, shown)
}

/** As `annealed`, with alpha going only as far as this. */
export function endingAt(alpha: number): Search {
  const search = annealed()
  return { ...search, alpha: (round) => alpha * search.alpha(round) }
}

function lookedAt(look: Examination, places: number): Looked {
  return { left: examination(look, places), right: examination(look, places) }
}

function checkAim({ alpha, places, floor }: Aim): void {
  for (const [name, value] of Object.entries({ alpha, floor }))
    if (!(value >= 0 && value <= 1)) throw new RangeError(`${name}: ${value} is not from 0 to 1`)
  if (!Number.isSafeInteger(places) || places < 1)
    throw new RangeError(`places: ${places} is not a positive whole number`)
}

function outcomeOf(market: SparseMarket, exposure: SparseExposure, shown: readonly Uint32Array[]): Outcome {
  const attention = new Float64Array(market.right)
  const none = new Float64Array(market.right).fill(1)
  const listed = new Uint8Array(market.right)
  for (let pair = 0; pair < market.columns.length; pair++) {
    const column = market.columns[pair]!
    const [seen, sees] = [exposure.toLeft[pair]!, exposure.toRight[pair]!]
    attention[column]! += seen
    // Looking twice at one place is no second look: with long lists of short ones attention could be counted above 1.
    none[column]! *= 1 - Math.min(1, market.wants[pair]! * market.wanted[pair]! * seen * sees)
  }
  for (const pairs of shown) for (const pair of pairs) listed[market.columns[pair]!] = 1
  const share = (sum: number) => (market.right === 0 ? 0 : sum / market.right)
  const sorted = attention.sort()
  return {
    matches: sumsOf(market, exposure).matches,
    filled: share(none.reduce((sum, one) => sum + 1 - one, 0)),
    gini: gini(sorted),
    bottom: market.right === 0 ? 0 : bottomTenth(sorted),
    coverage: share(listed.reduce((sum, one) => sum + one, 0)),
  }
}

/** How much less a match counts than the one that counts most, in logits, as far as the highest price. */
function pricesOf(worths: Float64Array): Float64Array {
  const most = worths.reduce((highest, one) => Math.max(highest, one), 0)
  return worths.map((one) => Math.min(HIGHEST_PRICE, Math.log(most / one)))
}
