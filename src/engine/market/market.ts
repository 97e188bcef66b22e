import { type Matrix, matrix, transposed } from './matrix.ts'
import { createMersenne } from './mersenne.ts'

/**
 * Two sides that may like each other: `wants` (n × m) holds how likely each of n professionals says yes to each of m projects,
 * `wanted` (m × n) how likely each project says yes to each professional; all from 0 to 1.
 */
export type Market = { readonly wants: Matrix; readonly wanted: Matrix }

/** Throws RangeError with the place of the first number that is no probability, or when the two sides do not belong together. */
export function checkMarket({ wants, wanted }: Market): void {
  if (wants.rows !== wanted.columns || wants.columns !== wanted.rows)
    throw new RangeError(`${wants.rows}×${wants.columns} and ${wanted.rows}×${wanted.columns} do not belong together`)
  for (const [name, { columns, values }] of Object.entries({ wants, wanted })) {
    const at = firstWrong(values)
    if (at < values.length) {
      const place = `row ${Math.floor(at / columns) + 1}, column ${(at % columns) + 1}`
      throw new RangeError(`${name}, ${place}: ${values[at]} is not from 0 to 1`)
    }
  }
}

/** Where the first number stands that is no probability. Written out: with a function for each of 50 million it takes seconds. */
function firstWrong(values: Float64Array): number {
  let at = 0
  while (at < values.length && values[at]! >= 0 && values[at]! <= 1) at++
  return at
}

/**
 * The markets on which figures were published: random likings, mixed with a common taste by `crowding` from 0 (everybody has a
 * taste of their own) to 1 (all want the same). Source: Tomita & Yokoyama, RecSys 2024, arXiv 2409.00720.
 */
export function publishedMarket(n: number, m: number, crowding: number, seed: number): Market {
  const { random } = createMersenne(seed)
  const fill = (rows: number, columns: number) => {
    const made = matrix(rows, columns)
    for (let at = 0; at < made.values.length; at++) made.values[at] = random()
    return made
  }
  const [wants, wanted] = [fill(n, m), fill(m, n)]
  mixIn(wants, crowding)
  mixIn(wanted, crowding)
  return { wants, wanted }
}

/** The first column is liked by all most, the last least: NumPy's `linspace(1, 0, columns)`, rounded as it rounds. */
function mixIn({ columns, values }: Matrix, crowding: number): void {
  const step = -1 / (columns - 1)
  const common = Float64Array.from({ length: columns }, (_, at) => at * step + 1)
  if (columns > 1) common[columns - 1] = 0
  else common[0] = 1
  for (let at = 0; at < values.length; at++)
    values[at] = (1 - crowding) * values[at]! + crowding * common[at % columns]!
}

/** n × m: how likely both say yes. */
export function mutual({ wants, wanted }: Market): Matrix {
  const both = transposed(wanted)
  for (let at = 0; at < both.values.length; at++) both.values[at] = both.values[at]! * wants.values[at]!
  return both
}
