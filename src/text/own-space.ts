import { DIMENSIONS, scaled } from './vector.ts'

/** What a text says: its terms with their weights (> 0), and beside them by name what it is about (of length 1, or nothing). */
export type Said = { readonly terms: ReadonlyMap<string, number>; readonly about: ReadonlyMap<string, number> }

/** Directions in which texts differ, learned on texts at hand by `own-space/learning`. Vectors of two spaces cannot be compared. */
export type OwnSpace = {
  /** By term, by bucket of terms that few used, and by what texts are about: its row. */
  readonly rows: ReadonlyMap<string, number>
  /** By row: how rare it is, ln(owners ÷ owners that used it); 1 for what texts are about. */
  readonly rarity: Float32Array
  /** By row 64 places, and what 1 of them stands for. */
  readonly places: Int8Array
  readonly scale: Float32Array
  /** Where texts lie on average: what all have in common tells nothing apart. */
  readonly middle: Float32Array
}

/** Share of what a text is about, by the square of its length; the rest are its terms. Chosen by `bench/text.ts` and `bench/vectors.ts`. */
const ABOUT = 0.05
/** Terms that too few used to be named share so many rows. */
const BUCKETS = 3000

export function bucketOf(term: string): string {
  let value = 0x811c9dc5
  for (let at = 0; at < term.length; at++) value = Math.imul(value ^ term.charCodeAt(at), 0x01000193)
  value ^= value >>> 15
  return `%%${(value >>> 0) % BUCKETS}`
}

/** The row's name of what a text is about. */
export function aspectOf(name: string): string {
  return `@@${name}`
}

/** A text as 64 signed bytes of length about VECTOR_LENGTH; zeros where nothing of it is known. */
export function placeIn(space: OwnSpace, said: Said): Int8Array {
  const sums = directed(space, said)
  const length = Math.hypot(...sums)
  if (length === 0) return new Int8Array(DIMENSIONS)
  return scaled(sums.map((value, axis) => value / length - space.middle[axis]!))
}

/** The same before what all texts have in common is taken away. */
function directed(space: Omit<OwnSpace, 'middle'>, { terms, about }: Said): Float64Array {
  const { rows, rarity } = space
  const words = new Map<number, number>()
  for (const [term, weight] of terms) {
    const row = rows.get(term) ?? rows.get(bucketOf(term))
    if (row !== undefined) words.set(row, (words.get(row) ?? 0) + weight)
  }
  const works = new Map<number, number>()
  for (const [name, weight] of about) {
    const row = rows.get(aspectOf(name))
    if (row !== undefined) works.set(row, weight)
  }
  return along(space, valuesOf(words, works, rarity))
}

export type Values = readonly (readonly [row: number, value: number])[]

/** The sum of the places of some rows. */
export function along({ places, scale }: Pick<OwnSpace, 'places' | 'scale'>, values: Values): Float64Array {
  const sums = new Float64Array(DIMENSIONS)
  for (const [row, value] of values) {
    const share = value * scale[row]!
    for (let axis = 0, at = row * DIMENSIONS; axis < DIMENSIONS; axis++, at++) sums[axis]! += share * places[at]!
  }
  return sums
}

/** By row what a text says: tf·idf of its words (Salton & Buckley, 1988), and what it is about. */
export function valuesOf(
  words: ReadonlyMap<number, number>,
  works: ReadonlyMap<number, number>,
  rarity: Float32Array,
): Values {
  const said = Array.from(words, ([row, weight]) => [row, Math.log1p(weight) * rarity[row]!] as const)
  return [...ofLength(said, Math.sqrt(1 - ABOUT)), ...ofLength([...works], Math.sqrt(ABOUT))]
}

function ofLength(values: Values, length: number): Values {
  const factor = length / (Math.sqrt(values.reduce((sum, [, value]) => sum + value * value, 0)) || 1)
  return values.map(([row, value]) => [row, value * factor] as const)
}
