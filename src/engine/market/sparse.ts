/**
 * Two sides of which everybody may only be shown some of the other: n professionals, m projects, and for each professional the
 * projects in question, in rising order. `wants` and `wanted` hold, pair by pair, how likely each side says yes, from 0 to 1.
 */
export type SparseMarket = {
  readonly left: number
  readonly right: number
  /** n + 1 numbers: the pairs of professional i are those from `starts[i]` to before `starts[i + 1]`. */
  readonly starts: Uint32Array
  /** The project of each pair. */
  readonly columns: Uint32Array
  readonly wants: Float32Array
  readonly wanted: Float32Array
}

/** The same pairs seen from the other side: the pairs of project j, by rising professional, are `pairs[starts[j]]` and so on. */
export type Turned = { readonly starts: Uint32Array; readonly pairs: Uint32Array }

/** Throws RangeError with what does not hold: a number that is no probability, a pair twice or out of order, a wrong length. */
export function checkSparse({ left, right, starts, columns, wants, wanted }: SparseMarket): void {
  if (starts.length !== left + 1 || starts[0] !== 0 || starts[left] !== columns.length)
    throw new RangeError(`starts: not from 0 to ${columns.length} for ${left} rows`)
  for (let row = 0; row < left; row++) {
    const [from, to] = [starts[row]!, starts[row + 1]!]
    if (to < from) throw new RangeError(`starts, row ${row + 1}: ${to} is less than ${from}`)
    for (let at = from; at < to; at++) {
      const column = columns[at]!
      if (column >= right) throw new RangeError(`columns, row ${row + 1}: there is no column ${column + 1} of ${right}`)
      if (at > from && columns[at - 1]! >= column)
        throw new RangeError(`columns, row ${row + 1}: ${column + 1} stands behind ${columns[at - 1]! + 1}`)
    }
  }
  for (const [name, likely] of Object.entries({ wants, wanted })) {
    if (likely.length !== columns.length) throw new RangeError(`${name}: ${likely.length} for ${columns.length} pairs`)
    const at = likely.findIndex((one) => !(one >= 0 && one <= 1))
    if (at >= 0) throw new RangeError(`${name}, pair ${at + 1}: ${likely[at]} is not from 0 to 1`)
  }
}

/** Pairs sorted by counting: O(n + m + pairs). */
export function turned({ left, right, starts, columns }: SparseMarket): Turned {
  const from = new Uint32Array(right + 1)
  for (const column of columns) from[column + 1]!++
  for (let column = 0; column < right; column++) from[column + 1]! += from[column]!
  const next = from.slice()
  const pairs = new Uint32Array(columns.length)
  for (let row = 0; row < left; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) pairs[next[columns[at]!]!++] = at
  }
  return { starts: from, pairs }
}

type Numbers = Uint32Array | Float32Array

/**
 * Numbers of pairs from the order of the market into the turned one, and back. Row after row, because then what is far apart is
 * one place a column, which stays near; column after column it would be every pair.
 */
export function turning({ columns }: SparseMarket, { starts }: Turned) {
  const next = starts.slice()
  return {
    toTurned<N extends Numbers>(from: N, into: N): N {
      next.set(starts)
      for (let at = 0; at < columns.length; at++) into[next[columns[at]!]!++] = from[at]!
      return into
    },
    toMarket<N extends Numbers>(from: N, into: N): N {
      next.set(starts)
      for (let at = 0; at < columns.length; at++) into[at] = from[next[columns[at]!]!++]!
      return into
    },
  }
}

/** The row to which a pair belongs. */
export function rowOf(starts: Uint32Array, pair: number): number {
  let [low, high] = [0, starts.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= pair) low = middle
    else high = middle
  }
  return low
}

/** The longest list of either side. */
export function longest(starts: Uint32Array): number {
  let most = 0
  for (let row = 1; row < starts.length; row++) most = Math.max(most, starts[row]! - starts[row - 1]!)
  return most
}

/** What is shown, pair by pair in the order of the market: how much each professional sees of a project, and the other way round. */
export type SparseExposure = { readonly toLeft: Float32Array; readonly toRight: Float32Array }

/** Expected matches of everybody and of all. */
export type Sums = { readonly left: Float64Array; readonly right: Float64Array; readonly matches: number }

/** What an exposure brings: both look, both say yes. */
export function sumsOf(market: SparseMarket, { toLeft, toRight }: SparseExposure): Sums {
  const [left, right] = [new Float64Array(market.left), new Float64Array(market.right)]
  let matches = 0
  for (let row = 0; row < market.left; row++) {
    let own = 0
    for (let at = market.starts[row]!; at < market.starts[row + 1]!; at++) {
      const met = market.wants[at]! * market.wanted[at]! * toLeft[at]! * toRight[at]!
      own += met
      right[market.columns[at]!]! += met
    }
    left[row] = own
    matches += own
  }
  return { left, right, matches }
}

/** Every order of each list alike: what a place is seen on average, in the order of these lists. */
export function alike(starts: Uint32Array, looked: Float64Array): Float32Array {
  const seen = new Float32Array(starts.at(-1)!)
  for (let row = 0; row + 1 < starts.length; row++) {
    const length = starts[row + 1]! - starts[row]!
    let sum = 0
    for (let place = 0; place < length && place < looked.length; place++) sum += looked[place]!
    seen.fill(sum / length, starts[row]!, starts[row + 1]!)
  }
  return seen
}
