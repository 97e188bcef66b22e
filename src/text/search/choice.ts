import type { Documents } from './documents.ts'

/** A column with the values of which a document must have one. */
export type Chosen = { readonly column: string; readonly values: readonly string[] }

export type Choice = {
  /** By number of a value: 1 where it is among the chosen ones of its column. */
  readonly allowed: Uint8Array
  /** By number of a value: the bit of its column; 0 where nothing is chosen in it. */
  readonly bitOf: Int32Array
  /** The bits of all columns in which something is chosen. */
  readonly asked: number
  /** By number of a value: how many documents there would be if it were chosen in its column. */
  readonly counts: Uint32Array
}

export function choose({ shape, columnOf, numberOf }: Documents, chosen: readonly Chosen[]): Choice {
  const allowed = new Uint8Array(columnOf.length)
  const bits = new Int32Array(shape.columns.length)
  let asked = 0
  chosen.forEach(({ column, values }) => {
    const at = shape.columns.indexOf(column)
    if (at < 0) throw new RangeError(`No column ${column}`)
    bits[at] = 1 << at
    asked |= bits[at]!
    for (const value of values) {
      const number = numberOf[at]!.get(value)
      if (number !== undefined) allowed[number] = 1
    }
  })
  const bitOf = new Int32Array(columnOf.length)
  if (asked !== 0) for (let number = 0; number < bitOf.length; number++) bitOf[number] = bits[columnOf[number]!]!
  return { allowed, bitOf, asked, counts: new Uint32Array(columnOf.length) }
}

/**
 * Counts one document: under all its values where it has all that is chosen, under those of one column where it only lacks
 * what is chosen in that one. Gives the bits of the columns in which it lacks it; 0 = it is found.
 * @param counted does it count at all? What is over does not.
 */
export function countInto({ starts, values }: Documents, choice: Choice, row: number, counted: boolean): number {
  const { allowed, bitOf, asked, counts } = choice
  const [from, end] = [starts[row]!, starts[row + 1]!]
  let missing = asked
  if (asked !== 0) for (let at = from; at < end; at++) if (allowed[values[at]!] === 1) missing &= ~bitOf[values[at]!]!
  if (!counted) return missing
  if (missing === 0) for (let at = from; at < end; at++) counts[values[at]!]!++
  else if ((missing & (missing - 1)) === 0)
    for (let at = from; at < end; at++) if (bitOf[values[at]!] === missing) counts[values[at]!]!++
  return missing
}
