import type { Recorder } from './welfare.ts'

/**
 * The lists of one side as a lottery over orders: with `weights[0]` any order alike, with `weights[t + 1]` the order that round t
 * found. Only the first `places` of each order are kept.
 */
export type Mixture = {
  readonly rows: number
  readonly columns: number
  readonly places: number
  /** Add up to 1. */
  readonly weights: readonly number[]
  /** By round, `rows` × `places` columns. */
  readonly orders: readonly Uint16Array[]
}

const MOST_COLUMNS = 0x10000

/**
 * Writes down the rounds of `welfare` for one side, so that what it found, a mean of lists, can be shown as single lists with
 * known chances: a Frank–Wolfe iterate is the mixture of the vertices it went towards. Throws RangeError for more than 65,536
 * columns. Memory: rounds × rows × places × 2 bytes.
 */
export function mixtureRecorder(rows: number, columns: number, shown = columns): Recorder & { mixture(): Mixture } {
  if (columns > MOST_COLUMNS) throw new RangeError(`columns: ${columns} is more than ${MOST_COLUMNS}`)
  const places = Math.min(shown, columns)
  let weights = [1]
  const orders: Uint16Array[] = []
  return {
    begin(step) {
      weights = weights.map((weight) => weight * (1 - step))
      weights.push(step)
      orders.push(new Uint16Array(rows * places))
    },
    order(row, best) {
      orders.at(-1)!.set(best.subarray(0, places), row * places)
    },
    mixture: () => ({ rows, columns, places, weights, orders }),
  }
}

/** One list of a row: `places` columns, best first. `random` gives numbers in [0, 1): one, and `places` more for a free order. */
export function drawList(
  { columns, places, weights, orders }: Mixture,
  row: number,
  random: () => number,
): Uint32Array {
  let left = random()
  for (const [at, order] of orders.entries()) {
    left -= weights[at + 1]!
    if (left < 0) return Uint32Array.from(order.subarray(row * places, (row + 1) * places))
  }
  return freeOrder(columns, places, random)
}

/** Every order alike: the first places of a Fisher–Yates shuffle. */
function freeOrder(columns: number, places: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length: columns }, (_, at) => at)
  for (let place = 0; place < places; place++) {
    const other = place + Math.floor(random() * (columns - place))
    const kept = order[place]!
    order[place] = order[other]!
    order[other] = kept
  }
  return order.slice(0, places)
}

/** How likely `drawList` puts this column at this place, 0 first, of the row's list. Exact up to rounding. */
export function propensity(mixture: Mixture, row: number, place: number, column: number): number {
  const { rows, columns, places, weights, orders } = mixture
  checkPlace('row', row, rows)
  checkPlace('place', place, places)
  checkPlace('column', column, columns)
  let sum = weights[0]! / columns
  for (const [at, order] of orders.entries()) if (order[row * places + place] === column) sum += weights[at + 1]!
  return sum
}

function checkPlace(name: string, value: number, length: number): void {
  if (!Number.isInteger(value) || value < 0 || value >= length)
    throw new RangeError(`${name}: ${value} is not a whole number from 0 to ${length - 1}`)
}
