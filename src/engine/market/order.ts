/** Below this length putting each in its place is quicker than emptying buckets. */
const SHORT = 64
/** From this length on two passes over many buckets are quicker than three over few. */
const LONG = 512

/** Finds the order of `length` scores; what it returns holds until it is called again. */
export type Sorter = {
  /** To be filled with scores of 0 or more; read when `sort` is called. */
  readonly scores: Float32Array
  /**
   * Columns by score, highest first, equal ones by lower column. From 64 scores on those are equal that differ by less than one
   * part in 16,000. `count`: only the first of the scores.
   */
  sort(count?: number): Uint32Array
}

/**
 * Lists are sorted a hundred thousand times to find the best for a market. By digits from the lowest on, which is ten times as
 * fast as comparing: the bits of floating-point numbers that are not negative are in the order of the numbers.
 */
export function createSorter(length: number): Sorter {
  const scores = new Float32Array(length)
  const bits = new Uint32Array(scores.buffer)
  const sorted = new Uint32Array(length)
  const middling = length < SHORT ? null : byDigits(bits, 8)
  const long = length < LONG ? null : byDigits(bits, 11)
  const sort = (count = length) => {
    const sorter = count < SHORT ? null : count < LONG ? middling : long
    return sorter === null ? insert(bits, count, sorted) : sorter(count)
  }
  return { scores, sort }
}

function insert(bits: Uint32Array, count: number, sorted: Uint32Array): Uint32Array {
  for (let n = 0; n < count; n++) {
    const key = bits[n]!
    let at = n
    for (; at > 0 && bits[sorted[at - 1]!]! < key; at--) sorted[at] = sorted[at - 1]!
    sorted[at] = n
  }
  return sorted
}

/** The highest 24 of 32 bits in three digits of 8, or the highest 22 in two of 11 (the sign, which is 0, is left out). */
function byDigits(bits: Uint32Array, digit: 8 | 11): (count: number) => Uint32Array {
  const length = digit === 8 ? Math.min(bits.length, LONG) : bits.length
  const passes = digit === 8 ? 3 : 2
  const dropped = 31 - digit * passes
  const buckets = 1 << digit
  const mask = buckets - 1
  const columns = [new Uint32Array(length), new Uint32Array(length)] as const
  const keys = [new Uint32Array(length), new Uint32Array(length)] as const
  const counts = new Uint32Array(buckets * passes)

  const pass = (from: 0 | 1, place: number, count: number) => {
    const [into, shift, first] = [from === 0 ? 1 : 0, place * digit, place * buckets] as const
    let at = 0
    // Highest first: the buckets are laid out from the last one on.
    for (let bucket = buckets - 1; bucket >= 0; bucket--) {
      const own = counts[first + bucket]!
      counts[first + bucket] = at
      at += own
    }
    const [ownKeys, ownColumns, nextKeys, nextColumns] = [keys[from], columns[from], keys[into], columns[into]]
    for (let n = 0; n < count; n++) {
      const key = ownKeys[n]!
      const bucket = first + ((key >>> shift) & mask)
      const to = counts[bucket]!
      counts[bucket] = to + 1
      nextKeys[to] = key
      nextColumns[to] = ownColumns[n]!
    }
  }
  return (count) => {
    counts.fill(0)
    for (let n = 0; n < count; n++) {
      const key = bits[n]! >>> dropped
      keys[0][n] = key
      columns[0][n] = n
      for (let place = 0; place < passes; place++) {
        const bucket = place * buckets + ((key >>> (place * digit)) & mask)
        counts[bucket] = counts[bucket]! + 1
      }
    }
    for (let place = 0; place < passes; place++) pass((place & 1) as 0 | 1, place, count)
    return columns[(passes & 1) as 0 | 1]
  }
}
