import { fold } from './normalise.ts'
import { SIMILARITY, termsOf } from './terms.ts'
import { DIMENSIONS, scaled } from './vector.ts'

/** Longer texts say nothing new; the cut keeps any input fast. */
const LONGEST = 20_000
/** Learning is cubic in spirit: from more texts, this many evenly spaced ones are taken. */
const SAMPLE = 800
const ROUNDS = 20
/** Texts between two pauses. */
const PIECE = 50
/** Strong directions count a little more than in plain latent semantic analysis (0 = plain, 1 = by their strength). */
const STRENGTH = 0.25

export type TextSpace = {
  /** The text as 64 signed bytes of length about VECTOR_LENGTH, like `textVector`; zeros when it shares no term. */
  vector: (text: string) => Int8Array
}

type Bag = Map<string, number>

/**
 * Learns 64 directions in which these texts differ, so that texts that use other words for one thing come near each other
 * (latent semantic analysis; Deerwester et al., JASIS 1990; by subspace iteration on the matrix of cosines). The same texts
 * in the same order give the same space. Vectors of different spaces cannot be compared.
 */
export function learnSpace(texts: readonly string[]): TextSpace {
  const work = learning(texts)
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value
}

/** As learnSpace, with a pause after each piece of the work. */
export function* learning(texts: readonly string[]): Generator<undefined, TextSpace> {
  const step = Math.max(1, texts.length / SAMPLE)
  const sample = Array.from({ length: Math.min(texts.length, SAMPLE) }, (_, i) => texts[Math.floor(i * step)]!)
  const bags: Bag[] = []
  for (const text of sample) {
    bags.push(bagOf(text))
    if (bags.length % PIECE === 0) yield
  }
  const frequency = new Map<string, number>()
  for (const bag of bags) for (const term of bag.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const weighted = bags.map((bag) => weigh(bag, frequency, sample.length))
  const postings = new Map<string, { rows: number[]; weights: number[] }>()
  weighted.forEach((bag, row) => {
    for (const [term, weight] of bag) {
      const list = postings.get(term) ?? { rows: [], weights: [] }
      list.rows.push(row)
      list.weights.push(weight)
      postings.set(term, list)
    }
  })
  const cosines = (bag: Bag) => {
    const found = new Float64Array(sample.length)
    for (const [term, weight] of bag) {
      const list = postings.get(term)
      list?.rows.forEach((row, i) => {
        found[row]! += weight * list.weights[i]!
      })
    }
    return found
  }
  const matrix: Float64Array[] = []
  for (const bag of weighted) {
    matrix.push(cosines(bag))
    if (matrix.length % PIECE === 0) yield
  }
  const { directions, strengths } = yield* mainDirections(matrix, Math.min(DIMENSIONS, sample.length))
  return {
    vector: (text) => {
      const near = cosines(weigh(bagOf(text), frequency, sample.length))
      const sums = new Float64Array(DIMENSIONS)
      directions.forEach((direction, k) => {
        if (strengths[k]! > 1e-9) sums[k] = dot(direction, near) * strengths[k]! ** (STRENGTH - 0.5)
      })
      return scaled(sums)
    },
  }
}

function bagOf(text: string): Bag {
  const bag: Bag = new Map()
  for (const { term, weight } of termsOf(fold(text.slice(0, LONGEST)), SIMILARITY)) {
    bag.set(term, (bag.get(term) ?? 0) + weight)
  }
  return bag
}

/** tf·idf of length 1, of known terms only. */
function weigh(bag: Bag, frequency: ReadonlyMap<string, number>, texts: number): Bag {
  const weighted: Bag = new Map()
  let length = 0
  for (const [term, count] of bag) {
    const seen = frequency.get(term)
    if (seen === undefined) continue
    const weight = Math.log(1 + count) * Math.log((texts + 1) / seen)
    weighted.set(term, weight)
    length += weight * weight
  }
  for (const [term, weight] of weighted) weighted.set(term, weight / Math.sqrt(length))
  return weighted
}

/** The strongest eigenvectors of a symmetric matrix, strongest first, each with its eigenvalue. */
function* mainDirections(matrix: readonly Float64Array[], count: number) {
  const size = matrix.length
  let directions = Array.from({ length: count }, (_, k) => start(size, k))
  let strengths = orthonormal(directions)
  for (let round = 0; round < ROUNDS; round++) {
    directions = directions.map((direction) => Float64Array.from(matrix, (row) => dot(row, direction)))
    strengths = orthonormal(directions)
    yield
  }
  return { directions, strengths }
}

/** Fixed pseudo-random numbers from −0.5 to 0.5 (a linear congruential generator), so that every machine starts alike. */
function start(size: number, seed: number): Float64Array {
  let state = seed + 1
  return Float64Array.from({ length: size }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32 - 0.5
  })
}

/** Gram–Schmidt in place; returns the lengths before scaling. */
function orthonormal(vectors: readonly Float64Array[]): number[] {
  return vectors.map((vector, k) => {
    for (const other of vectors.slice(0, k)) {
      const share = dot(vector, other)
      for (let i = 0; i < vector.length; i++) vector[i]! -= share * other[i]!
    }
    const length = Math.sqrt(dot(vector, vector))
    if (length > 0) for (let i = 0; i < vector.length; i++) vector[i]! /= length
    return length
  })
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
