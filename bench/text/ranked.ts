import { saidIn, vectorOf } from '../../src/matching/rules/vectors.ts'
import { bigrams } from '../../src/text/bigrams.ts'
import { createBm25 } from '../../src/text/bm25.ts'
import { fold } from '../../src/text/normalise.ts'
import { learnOwnSpace } from '../../src/text/own-space/learning.ts'
import { learnSpace } from '../../src/text/space.ts'
import { queryOf } from '../../src/text/terms.ts'
import { cosine, learnWeights, textVector } from '../../src/text/vector.ts'

/** One score for each text, above 0 for what is found. */
export type Ranker = (text: string) => Float32Array

const SAMPLES = 10_000
const PLACES = 10

/** Plain BM25 over bigrams. */
export function byWords(texts: readonly string[]): Ranker {
  const index = createBm25(
    [{ name: 'text', weight: 1, b: 0.75 }],
    texts.map((text) => [bigrams(fold(text))]),
  )
  return (text) => {
    const scores = new Float32Array(texts.length)
    const terms = bigrams(fold(text)).map((term) => ({ term, weight: 1, start: 0, end: 0 }))
    index.addScores(queryOf(terms), scores)
    return scores
  }
}

type Vectors = [vectors: readonly Int8Array[], vectorOf: (text: string) => Int8Array]

export function learnedOn(texts: readonly string[]): Vectors {
  const { vector } = learnSpace(texts)
  return [texts.map(vector), vector]
}

/** As an instance compares texts that has these: in the space learned on them, each somebody else's. */
export function ownOn(texts: readonly string[]): Vectors {
  const space = learnOwnSpace(texts.map((text, at) => ({ owner: String(at), said: saidIn([text]) })))
  const vector = (text: string) => vectorOf([text], space)
  return [texts.map(vector), vector]
}

export function hashedOn(texts: readonly string[]): Vectors {
  const weights = learnWeights(texts)
  const vector = (text: string) => textVector(text, weights)
  return [texts.map(vector), vector]
}

export function nearTo(...[vectors, vectorOf]: Vectors): Ranker {
  return (text) => {
    const vector = vectorOf(text)
    return Float32Array.from(vectors, (other) => cosine(vector, other))
  }
}

/** nDCG@10 of a ranking by scores, `gains` by text (Järvelin & Kekäläinen, TOIS 2002). */
export function ndcg(scores: Float32Array, gains: readonly number[]): number {
  const order = [...scores.keys()].filter((row) => scores[row]! > 0).sort((a, b) => scores[b]! - scores[a]! || a - b)
  const ideal = gains.toSorted((a, b) => b - a).slice(0, PLACES)
  return discounted(order.slice(0, PLACES).map((row) => gains[row]!)) / (discounted(ideal) || 1)
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, rank) => sum + gain / Math.log2(rank + 2), 0)
}

/** 95 % interval of the mean difference over resampled queries; the seed is fixed so that two runs agree. */
export function bootstrap(differences: readonly number[]): [number, number] {
  let state = 1
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const means = Array.from({ length: SAMPLES }, () => {
    let sum = 0
    for (let i = 0; i < differences.length; i++) sum += differences[Math.floor(random() * differences.length)]!
    return sum / differences.length
  }).sort((a, b) => a - b)
  return [means[Math.floor(SAMPLES * 0.025)]!, means[Math.floor(SAMPLES * 0.975)]!]
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
}
