import { along, aspectOf, bucketOf, type OwnSpace, type Said, valuesOf } from '../own-space.ts'
import { DIMENSIONS } from '../vector.ts'
import { packed, strongest } from './strongest.ts'

/** Whose text it is: of one owner's texts each term counts once. */
export type Owned = { readonly owner: string; readonly said: Said }

/** A term that fewer used stands under no name of its own: it would tell of them. */
export const LEAST_OWNERS = 5
/** Terms with a row of their own, those that most used. */
const NAMED = 24_000
/** Terms that share a bucket are as rare as one that so many used. */
const IN_BUCKET = 3
/** Strong directions count more than weak ones, by this power of what they explain. */
const STRENGTH = 0.5

/**
 * Learns a space on texts: latent semantic analysis (Deerwester et al., JASIS 1990) of their terms together with what they are
 * about. Terms that fewer than five owners used share buckets by their hash, and a bucket into which fewer than five owners' terms
 * fall is left out too: nothing of the space says what one of them wrote. The same texts give the same space. Of each text only numbers
 * are kept meanwhile, so that twenty thousand fit into some hundred megabytes.
 */
export function learnOwnSpace(texts: Iterable<Owned>): OwnSpace {
  const [terms, works] = [namesOf(), namesOf()]
  const noted = Array.from(texts, ({ owner, said }) => ({
    owner,
    terms: numbered(terms, said.terms),
    works: numbered(works, said.about),
  })).sort((one, other) => (one.owner < other.owner ? -1 : one.owner > other.owner ? 1 : 0))
  const owners = new Set(noted.map(({ owner }) => owner)).size
  const { rows, used, termRow, workRow } = rowsOf(noted, terms.all, works.all)
  const rarity = Float32Array.from(used, (count) => (count === 0 ? 1 : Math.log((owners + 1) / count)))
  const valuesAt = (at: number) => {
    const { terms, works } = noted[at]!
    return valuesOf(summed(terms, termRow), summed(works, workRow), rarity)
  }
  const { directions, strengths } = strongest(packed(noted.length, valuesAt), rows.size, DIMENSIONS)
  const space = { rows, rarity, ...placed(directions, strengths, rows.size) }
  return { ...space, middle: middleOf(space, noted.length, valuesAt) }
}

type Numbered = { readonly at: Int32Array; readonly weight: Float64Array }
type Noted = { readonly owner: string; readonly terms: Numbered; readonly works: Numbered }

function namesOf() {
  const numbers = new Map<string, number>()
  const all: string[] = []
  const of = (name: string) => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, all.length)
    return all.push(name) - 1
  }
  return { all, of }
}

function numbered({ of }: ReturnType<typeof namesOf>, said: ReadonlyMap<string, number>): Numbered {
  return { at: Int32Array.from(said.keys(), of), weight: Float64Array.from(said.values()) }
}

/** Sums of weights by row; -1 is no row. */
function summed({ at, weight }: Numbered, rowOf: Int32Array): Map<number, number> {
  const sums = new Map<number, number>()
  for (let n = 0; n < at.length; n++) {
    const row = rowOf[at[n]!]!
    if (row >= 0) sums.set(row, (sums.get(row) ?? 0) + weight[n]!)
  }
  return sums
}

/** Names of rows, by row how many owners used it (0 for what texts are about), and by term and work its row. */
function rowsOf(noted: readonly Noted[], terms: readonly string[], works: readonly string[]) {
  const uses = ownersOf(noted, terms.length, (term) => term)
  const named = Array.from(terms.keys())
    .filter((term) => uses[term]! >= LEAST_OWNERS)
    .sort((one, other) => uses[other]! - uses[one]! || (terms[one]! < terms[other]! ? -1 : 1))
    .slice(0, NAMED)
  const rows = new Map(named.map((term, row) => [terms[term]!, row]))
  const used = named.map((term) => uses[term]!)
  const buckets = namesOf()
  const bucket = Int32Array.from(terms, (term) => (rows.has(term) ? -1 : buckets.of(bucketOf(term))))
  const shared = ownersOf(noted, buckets.all.length, (term) => bucket[term]!)
  for (const [at, name] of Array.from(buckets.all.entries()).sort(([, one], [, other]) => (one < other ? -1 : 1))) {
    if (shared[at]! >= LEAST_OWNERS) rows.set(name, used.push(Math.min(shared[at]!, IN_BUCKET)) - 1)
  }
  for (const work of [...works].sort()) rows.set(aspectOf(work), used.push(0) - 1)
  const rowOf = (name: string) => rows.get(name) ?? -1
  return {
    ...{ rows, used },
    termRow: Int32Array.from(terms, (term) => rows.get(term) ?? rowOf(bucketOf(term))),
    workRow: Int32Array.from(works, (work) => rowOf(aspectOf(work))),
  }
}

/** How many owners said each of `count` things that terms stand for (-1 for none); the texts of one owner stand together. */
function ownersOf(noted: readonly Noted[], count: number, thingOf: (term: number) => number): Uint32Array {
  const counts = new Uint32Array(count)
  const last = new Int32Array(count)
  let owner = 0
  for (const [n, { terms, ...one }] of noted.entries()) {
    if (n === 0 || one.owner !== noted[n - 1]!.owner) owner++
    for (const term of terms.at) {
      const thing = thingOf(term)
      if (thing < 0 || last[thing] === owner) continue
      last[thing] = owner
      counts[thing]!++
    }
  }
  return counts
}

/** Places as signed bytes, each row with a scale of its own. */
function placed(directions: Float64Array, strengths: Float64Array, rows: number) {
  const scale = new Float32Array(rows)
  const places = new Int8Array(rows * DIMENSIONS)
  const factors = strengths.map((strength) => strength ** STRENGTH)
  for (let row = 0; row < rows; row++) {
    const place = directions.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS).map((one, axis) => one * factors[axis]!)
    const most = place.reduce((a, b) => Math.max(a, Math.abs(b)), 0)
    scale[row] = most / 127
    if (most > 0)
      places.set(
        Int8Array.from(place, (one) => Math.round((one / most) * 127)),
        row * DIMENSIONS,
      )
  }
  return { scale, places }
}

function middleOf(
  space: Pick<OwnSpace, 'places' | 'scale'>,
  count: number,
  valuesAt: (at: number) => Parameters<typeof along>[1],
): Float32Array {
  const sums = new Float64Array(DIMENSIONS)
  for (let at = 0; at < count; at++) {
    const place = along(space, valuesAt(at))
    const length = Math.hypot(...place) || 1
    for (let axis = 0; axis < DIMENSIONS; axis++) sums[axis]! += place[axis]! / length / count
  }
  return Float32Array.from(sums)
}
