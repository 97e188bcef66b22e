import { fold } from './normalise.ts'
import { SIMILARITY, termsOf } from './terms.ts'

export const DIMENSIONS = 64

/** Length of every vector before rounding: cosine ≈ dot ÷ LENGTH², so that an engine needs no division. */
export const VECTOR_LENGTH = 320

/** Weight of a term of {@link termsOf}, ≥ 0; usually an idf learned on the texts at hand. */
export type TermWeight = (term: string) => number

/** Longer texts say nothing new; the cut keeps any input fast. */
const LONGEST = 20_000

/**
 * A text as 64 signed bytes: each bigram and content word, weighted, is thrown along 64 signs drawn from its hash, and the
 * sum is scaled to {@link VECTOR_LENGTH} (signed random projection; Charikar, STOC 2002; Achlioptas, 2003). The same text
 * and weights give the same bytes on every machine. A text without letters gives zeros.
 */
export function textVector(text: string, weight: TermWeight = () => 1): Int8Array {
  const counts = new Map<string, { count: number; kind: number }>()
  for (const { term, weight: kind } of termsOf(fold(text.slice(0, LONGEST)), SIMILARITY)) {
    const known = counts.get(term)
    if (known === undefined) counts.set(term, { count: 1, kind })
    else known.count++
  }
  const sums = new Float64Array(DIMENSIONS)
  for (const [term, { count, kind }] of counts) throwAlong(sums, term, kind * weight(term) * (1 + Math.log(count)))
  return scaled(sums)
}

/**
 * Inverse document frequencies ln(N ÷ n) learned on these texts, as a weight for {@link textVector}; a term never seen gets
 * the weight of one seen once.
 */
export function learnWeights(texts: readonly string[]): TermWeight {
  const frequency = new Map<string, number>()
  for (const text of texts) {
    const terms = new Set(termsOf(fold(text.slice(0, LONGEST)), SIMILARITY).map(({ term }) => term))
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  }
  return (term) => Math.log((texts.length + 1) / (frequency.get(term) ?? 1))
}

/** 64 numbers as signed bytes of length about VECTOR_LENGTH; zeros stay zeros. */
export function scaled(sums: Float64Array): Int8Array {
  const length = Math.sqrt(sums.reduce((sum, x) => sum + x * x, 0))
  if (length === 0) return new Int8Array(sums.length)
  return Int8Array.from(sums, (x) => Math.max(-127, Math.min(127, Math.round((x / length) * VECTOR_LENGTH))))
}

/** Axes that are added up at once, in registers. */
const BESIDE = 8

/** The sum of directions of 64 numbers that lie one after the other, each times its weight, added in their order. */
export function sumAlong(directions: Float64Array, weights: Float32Array): Float64Array {
  const sums = new Float64Array(DIMENSIONS)
  for (let axis = 0; axis < DIMENSIONS; axis += BESIDE) {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
    for (let one = 0, at = axis; one < weights.length; one++, at += DIMENSIONS) {
      const weight = weights[one]!
      a += weight * directions[at]!
      b += weight * directions[at + 1]!
      c += weight * directions[at + 2]!
      d += weight * directions[at + 3]!
      e += weight * directions[at + 4]!
      f += weight * directions[at + 5]!
      g += weight * directions[at + 6]!
      h += weight * directions[at + 7]!
    }
    sums.set([a, b, c, d, e, f, g, h], axis)
  }
  return sums
}

/** Cosine of two vectors of equal length, −1 to 1; 0 when one of them is empty. */
export function cosine(a: Int8Array, b: Int8Array): number {
  let dot = 0
  let lengthA = 0
  let lengthB = 0
  for (let i = 0; i < a.length; i++) {
    const x = a[i]!
    const y = b[i] ?? 0
    dot += x * y
    lengthA += x * x
    lengthB += y * y
  }
  return lengthA === 0 || lengthB === 0 ? 0 : dot / Math.sqrt(lengthA * lengthB)
}

/** Adds `weight` along 64 signs drawn from the hash of a name: the same on every machine, and about upright on those of other names. */
export function throwAlong(sums: Float64Array, term: string, weight: number): void {
  const seed = hash(term)
  for (let half = 0; half < 2; half++) {
    const signs = mix(seed + Math.imul(half + 1, 0x9e3779b9))
    for (let bit = 0; bit < 32; bit++) sums[half * 32 + bit]! += (signs >>> bit) & 1 ? weight : -weight
  }
}

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo). */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value
}

/** Finaliser of MurmurHash3 (Appleby): every bit of the input turns half of the bits of the result. */
function mix(value: number): number {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}
