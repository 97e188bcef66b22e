const DIGIT = 11
const BUCKETS = 1 << DIGIT
const MASK = BUCKETS - 1
/** Below this length putting each in its place is quicker than emptying the buckets. */
const SHORT = 64

/** Finds the order of `length` scores; what it returns holds until it is called again. */
export type Sorter = {
  /** To be filled with scores of 0 or more; read when `sort` is called. */
  readonly scores: Float32Array
  /** Columns by score, highest first, equal ones by lower column. */
  sort(): Uint32Array
}

/**
 * By digits from the lowest on, three passes: the bits of floating-point numbers that are not negative are in the order of the
 * numbers. Ten times as fast as comparing, and lists are sorted a hundred thousand times to find the best for a market.
 */
export function createSorter(length: number): Sorter {
  const scores = new Float32Array(length)
  const bits = new Uint32Array(scores.buffer)
  const columns = [new Uint32Array(length), new Uint32Array(length)] as const
  const keys = [new Uint32Array(length), new Uint32Array(length)] as const
  const counts = new Uint32Array(BUCKETS * 3)

  const pass = (from: 0 | 1, digit: number) => {
    const [into, shift, first] = [from === 0 ? 1 : 0, digit * DIGIT, digit * BUCKETS] as const
    let at = 0
    // Highest first: the buckets are laid out from the last one on.
    for (let bucket = BUCKETS - 1; bucket >= 0; bucket--) {
      const count = counts[first + bucket]!
      counts[first + bucket] = at
      at += count
    }
    const [ownKeys, ownColumns, nextKeys, nextColumns] = [keys[from], columns[from], keys[into], columns[into]]
    for (let n = 0; n < length; n++) {
      const key = ownKeys[n]!
      const place = first + ((key >>> shift) & MASK)
      const to = counts[place]!
      counts[place] = to + 1
      nextKeys[to] = key
      nextColumns[to] = ownColumns[n]!
    }
  }
  const sortShort = () => {
    const sorted = columns[1]
    for (let n = 0; n < length; n++) {
      let at = n
      for (; at > 0 && bits[sorted[at - 1]!]! < bits[n]!; at--) sorted[at] = sorted[at - 1]!
      sorted[at] = n
    }
    return sorted
  }
  const sortLong = () => {
    counts.fill(0)
    for (let n = 0; n < length; n++) {
      const key = bits[n]!
      keys[0][n] = key
      columns[0][n] = n
      counts[key & MASK]!++
      counts[BUCKETS + ((key >>> DIGIT) & MASK)]!++
      counts[2 * BUCKETS + (key >>> (2 * DIGIT))]!++
    }
    pass(0, 0)
    pass(1, 1)
    pass(0, 2)
    return columns[1]
  }
  return { scores, sort: length < SHORT ? sortShort : sortLong }
}
