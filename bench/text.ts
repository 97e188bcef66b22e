/**
 * How well free texts find the people they fit: nDCG@10 (gain 2^rel − 1) of plain bigram BM25, of our text similarity and of
 * the 64-byte text vectors (learned on the talents, hashed, and the engine's: by the work spoken of, and in the space that an instance learns on the talents) on the same queries, with a paired bootstrap of the gain.
 * `node bench/text.ts --dir DIR [--json]`; DIR has talents.jsonl {"id","text"} and projects*.jsonl {"id","text","rel"}.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { worksIn } from '../src/jobcodes/rules/standard.ts'
import { vectorOf } from '../src/matching/rules/vectors.ts'
import { createSimilarity } from '../src/text/similarity.ts'
import { bootstrap, byWords, hashedOn, learnedOn, mean, ndcg, nearTo, ownOn, type Ranker } from './text/ranked.ts'

type Talent = { id: string; text: string }
type Project = Talent & { rel: Record<string, number> }

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
  const similarity = createSimilarity(texts, worksIn)
  const score = (ranker: Ranker) => projects.map(({ text, rel }) => ndcg(ranker(text), gainsOf(rel)))
  const byWork = (text: string) => vectorOf([text])
  const base = score(byWords(texts))
  const ours = score(similarity.scores)
  const own = score(nearTo(...ownOn(texts)))
  const started = performance.now()
  for (const { text } of projects) similarity.scores(text)
  return {
    ...{ file, queries: projects.length, talents: talents.length },
    ...{ bigramBm25: mean(base), similarity: mean(ours), learned: mean(score(nearTo(...learnedOn(texts)))) },
    ...{ hashed: mean(score(nearTo(...hashedOn(texts)))), byWork: mean(score(nearTo(texts.map(byWork), byWork))) },
    own: mean(own),
    ownGain: mean(own) - mean(base),
    ownInterval: bootstrap(own.map((value, i) => value - base[i]!)),
    gain: mean(ours) - mean(base),
    interval: bootstrap(ours.map((value, i) => value - base[i]!)),
    millisecondsPerQuery: (performance.now() - started) / projects.length,
  }
}

function gainsOf(rel: Record<string, number>): number[] {
  return talents.map(({ id }) => 2 ** (rel[id] ?? 0) - 1)
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
  console.log(`  64 bytes, by work  ${result.byWork.toFixed(4)}`)
  const [least, most] = result.ownInterval.map((value) => value.toFixed(4))
  console.log(
    `  64 bytes, own space ${result.own.toFixed(4)}  (${result.ownGain.toFixed(4)} more than BM25, 95 % ${least} … ${most})`,
  )
  console.log(`  ${result.millisecondsPerQuery.toFixed(2)} ms a query`)
}

function readLines<Line>(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Line)
}
