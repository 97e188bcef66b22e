/**
 * How well free texts find the people they fit: nDCG@10 (gain 2^rel − 1) of plain bigram BM25, of our text similarity and of
 * the 64-byte text vectors (learned on the talents, and hashed) on the same queries, with a paired bootstrap of the gain.
 * `node bench/text.ts --dir DIR [--json]`; DIR has talents.jsonl {"id","text"} and projects*.jsonl {"id","text","rel"}.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { worksIn } from '../src/jobcodes/rules/standard.ts'
import { bigrams } from '../src/text/bigrams.ts'
import { createBm25 } from '../src/text/bm25.ts'
import { fold } from '../src/text/normalise.ts'
import { createSimilarity } from '../src/text/similarity.ts'
import { learnSpace } from '../src/text/space.ts'
import { queryOf } from '../src/text/terms.ts'
import { cosine, learnWeights, textVector } from '../src/text/vector.ts'

type Talent = { id: string; text: string }
type Project = Talent & { rel: Record<string, number> }

const SAMPLES = 10_000

const { values } = parseArgs({ options: { dir: { type: 'string' }, json: { type: 'boolean' } } })
if (values.dir === undefined) {
  console.error('node bench/text.ts --dir DIR [--json]')
  process.exit(2)
}
const talents = readLines<Talent>(join(values.dir, 'talents.jsonl'))
const files = readdirSync(values.dir).filter((file) => /^projects.*\.jsonl$/.test(file))
const results = files.sort().map((file) => measure(file, readLines<Project>(join(values.dir!, file))))
if (values.json) console.log(JSON.stringify(results, null, 2))
else for (const result of results) print(result)

function measure(file: string, projects: readonly Project[]) {
  const texts = talents.map(({ text }) => text)
  const bm25 = createBm25(
    [{ name: 'text', weight: 1, b: 0.75 }],
    texts.map((text) => [bigrams(fold(text))]),
  )
  const similarity = createSimilarity(texts, worksIn)
  const space = learnSpace(texts)
  const weights = learnWeights(texts)
  const plain = (text: string) => {
    const scores = new Float32Array(texts.length)
    const terms = bigrams(fold(text)).map((term) => ({ term, weight: 1, start: 0, end: 0 }))
    bm25.addScores(queryOf(terms), scores)
    return scores
  }
  const byVector = (vectorOf: (text: string) => Int8Array) => {
    const vectors = texts.map(vectorOf)
    return (text: string) => {
      const vector = vectorOf(text)
      return Float32Array.from(vectors, (other) => cosine(vector, other))
    }
  }
  const score = (ranker: (text: string) => Float32Array) => projects.map(({ text, rel }) => ndcg(ranker(text), rel))
  const base = score(plain)
  const ours = score(similarity.scores)
  const started = performance.now()
  for (const { text } of projects) similarity.scores(text)
  return {
    ...{ file, queries: projects.length, talents: talents.length },
    ...{ bigramBm25: mean(base), similarity: mean(ours), learned: mean(score(byVector(space.vector))) },
    hashed: mean(score(byVector((text) => textVector(text, weights)))),
    gain: mean(ours) - mean(base),
    interval: bootstrap(ours.map((value, i) => value - base[i]!)),
    millisecondsPerQuery: (performance.now() - started) / projects.length,
  }
}

function ndcg(scores: Float32Array, rel: Record<string, number>): number {
  const order = [...scores.keys()].filter((row) => scores[row]! > 0).sort((a, b) => scores[b]! - scores[a]! || a - b)
  const gains = order.slice(0, 10).map((row) => 2 ** (rel[talents[row]!.id] ?? 0) - 1)
  const ideal = Object.values(rel)
    .map((grade) => 2 ** grade - 1)
    .sort((a, b) => b - a)
  return discounted(gains) / (discounted(ideal.slice(0, 10)) || 1)
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

function print(result: ReturnType<typeof measure>) {
  const [low, high] = result.interval.map((value) => value.toFixed(4))
  console.log(`${result.file}: ${result.queries} queries, ${result.talents} talents, nDCG@10`)
  console.log(`  plain bigram BM25  ${result.bigramBm25.toFixed(4)}`)
  console.log(
    `  text similarity    ${result.similarity.toFixed(4)}  (+${result.gain.toFixed(4)}, 95 % ${low} … ${high})`,
  )
  console.log(`  64 bytes, learned  ${result.learned.toFixed(4)}`)
  console.log(`  64 bytes, hashed   ${result.hashed.toFixed(4)}`)
  console.log(`  ${result.millisecondsPerQuery.toFixed(2)} ms a query`)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
}

function readLines<Line>(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Line)
}
