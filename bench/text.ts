/**
 * Whether the engine's text vector finds what speaks of the same work better than common words do: nDCG@10 (gain 3 for a job code
 * in common, 1 for a middle group) of plain bigram BM25 and of the 64 bytes, with a paired bootstrap of the gain, on pairs that
 * nothing was learned from. Asked are the worries of bench/worries that two labellings saw; found are the 4,214 others, and the
 * profiles of the demo. `npm run bench:text -- [--half open|frozen] [--quick]`. Ends with 1 where a vector is not better.
 * Source of the measure: Järvelin & Kekäläinen, TOIS 2002.
 */
import { parseArgs } from 'node:util'
import { demoTalents } from '../seed/generate.ts'
import { jobCodes } from '../src/jobcodes/rules/standard.ts'
import { textOfTalent } from '../src/matching/rules/meaning.ts'
import { vectorOf } from '../src/matching/rules/vectors.ts'
import { bigrams } from '../src/text/bigrams.ts'
import { createBm25 } from '../src/text/bm25.ts'
import { fold } from '../src/text/normalise.ts'
import { learnSpace } from '../src/text/space.ts'
import { queryOf } from '../src/text/terms.ts'
import { cosine, learnWeights, textVector } from '../src/text/vector.ts'
import { machine, tellGoal } from './goals.ts'
import { factsOf } from './proposals/people.ts'
import { acceptedOf, type Half, readHalf, readWide } from './worries/labels.ts'

type Told = { readonly text: string; readonly codes: readonly string[] }
/** One score for each text, above 0 for what is found. */
type Ranker = (text: string) => Float32Array

const SAMPLES = 10_000
const PLACES = 10

const { values } = parseArgs({
  options: { half: { type: 'string' }, quick: { type: 'boolean', default: false } },
})
const halves = (['open', 'frozen'] as const).filter((half: Half) => values.half === undefined || values.half === half)
const asked = halves
  .flatMap(readHalf)
  .map((worry): Told => ({ text: worry.text, codes: acceptedOf(worry) }))
  .filter((_, at) => !values.quick || at % 3 === 0)
const worries = readWide().slice(0, values.quick ? 1000 : undefined)
const people = demoTalents(1, values.quick ? 500 : 2000)
  .map(factsOf)
  .map((one): Told => ({ text: textOfTalent(one), codes: one.codes.map(({ code }) => code) }))

console.log(machine(`${asked.length} worries asked (${halves.join(', ')})`))
measure(`${worries.length} other worries`, worries)
measure(`${people.length} profiles of the demo`, people)

function measure(name: string, found: readonly Told[]): void {
  const texts = found.map(({ text }) => text)
  const gains = asked.map((one) => gainsOf(one, found))
  const score = (ranker: Ranker) => asked.map(({ text }, at) => ndcg(ranker(text), gains[at]!))
  const started = performance.now()
  const vectors = texts.map((text) => vectorOf([text]))
  const reading = (performance.now() - started) / texts.length
  const base = score(byWords(texts))
  const ours = score(nearTo(vectors, (text) => vectorOf([text])))
  const gain = ours.map((value, at) => value - base[at]!)
  const [low, high] = bootstrap(gain)
  const rows = {
    'plain bigram BM25': base,
    'vector of the engine': ours,
    'vector learned on these texts (latent semantics)': score(nearTo(...learnedOn(texts))),
    'vector of hashed words': score(nearTo(...hashedOn(texts))),
  }
  console.log(`\namong ${name}, nDCG@${PLACES}; ${reading.toFixed(2)} ms to read a text`)
  for (const [way, scores] of Object.entries(rows)) console.log(`  ${way.padEnd(50)} ${mean(scores).toFixed(4)}`)
  const told = `+${mean(gain).toFixed(4)} (95 %: ${low.toFixed(4)} to ${high.toFixed(4)})`
  tellGoal(`among ${name}: the engine's vector is better than bigram BM25 alone, ${told}`, low > 0)
}

function gainsOf({ codes }: Told, found: readonly Told[]): number[] {
  const middles = new Set(codes.map(middleOf))
  return found.map((one) => {
    if (one.codes.some((code) => codes.includes(code))) return 3
    return one.codes.some((code) => middles.has(middleOf(code))) ? 1 : 0
  })
}

function middleOf(code: string): string {
  return jobCodes().ancestors(code).at(-1) ?? code
}

function byWords(texts: readonly string[]): Ranker {
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

function learnedOn(texts: readonly string[]): Vectors {
  const { vector } = learnSpace(texts)
  return [texts.map(vector), vector]
}

function hashedOn(texts: readonly string[]): Vectors {
  const weights = learnWeights(texts)
  const vector = (text: string) => textVector(text, weights)
  return [texts.map(vector), vector]
}

function nearTo(...[vectors, vectorOf]: Vectors): Ranker {
  return (text) => {
    const vector = vectorOf(text)
    return Float32Array.from(vectors, (other) => cosine(vector, other))
  }
}

function ndcg(scores: Float32Array, gains: readonly number[]): number {
  const order = [...scores.keys()].filter((row) => scores[row]! > 0).sort((a, b) => scores[b]! - scores[a]! || a - b)
  const ideal = gains.toSorted((a, b) => b - a).slice(0, PLACES)
  return discounted(order.slice(0, PLACES).map((row) => gains[row]!)) / (discounted(ideal) || 1)
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, rank) => sum + gain / Math.log2(rank + 2), 0)
}

/** 95 % interval of the mean difference over resampled queries; the seed is fixed so that two runs agree. */
function bootstrap(differences: readonly number[]): [number, number] {
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

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
}
