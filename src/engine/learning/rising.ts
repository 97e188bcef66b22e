/**
 * The nearest values that rise from place to place by at least `steps` (of each place above the one before; of the first not
 * read), nearest by weighted squares: pool adjacent violators. Weights above 0. Source: Barlow, Bartholomew, Bremner, Brunk,
 * Statistical Inference under Order Restrictions, 1972.
 */
export function rising(values: readonly number[], weights: readonly number[], steps?: readonly number[]): number[] {
  // With steps taken off, what must rise by steps must rise by nothing.
  let sum = 0
  const off = values.map((_, at) => {
    sum += at > 0 ? (steps?.[at] ?? 0) : 0
    return sum
  })
  const pools: { mean: number; weight: number; count: number }[] = []
  for (const [at, value] of values.entries()) {
    let pool = { mean: value - off[at]!, weight: weights[at]!, count: 1 }
    for (let last = pools.at(-1); last && last.mean > pool.mean; last = pools.at(-1)) {
      const weight = last.weight + pool.weight
      const mean = (last.mean * last.weight + pool.mean * pool.weight) / weight
      pool = { mean, weight, count: last.count + pool.count }
      pools.pop()
    }
    pools.push(pool)
  }
  return pools.flatMap(({ mean, count }) => Array<number>(count).fill(mean)).map((mean, at) => mean + off[at]!)
}

const PASSES = 30

/**
 * The same for a square of values, row after row, that rise along rows and columns: to and fro between the two, each time with what
 * the last passes took away given back (Dykstra, JASA 1983), and in the end exactly rising.
 */
export function risingSquare(values: readonly number[], weights: readonly number[], side: number): number[] {
  const along = (of: readonly number[], at: (line: number, place: number) => number) => {
    const found = of.slice()
    for (let line = 0; line < side; line++) {
      const places = Array.from({ length: side }, (_, place) => at(line, place))
      const risen = rising(
        places.map((place) => of[place]!),
        places.map((place) => weights[place]!),
      )
      for (const [n, place] of places.entries()) found[place] = risen[n]!
    }
    return found
  }
  const turns = [
    (line: number, place: number) => line * side + place,
    (line: number, place: number) => place * side + line,
  ]
  const taken = turns.map(() => values.map(() => 0))
  let found = values.slice()
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [turn, at] of turns.entries()) {
      const given = found.map((value, n) => value + taken[turn]![n]!)
      found = along(given, at)
      taken[turn] = given.map((value, n) => value - found[n]!)
    }
  }
  // Far behind the comma columns may still fall.
  for (let n = 0; n < found.length; n++) {
    if (n % side > 0) found[n] = Math.max(found[n]!, found[n - 1]!)
    if (n >= side) found[n] = Math.max(found[n]!, found[n - side]!)
  }
  return found
}
