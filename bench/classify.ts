/**
 * How fast worries find their job codes, on one thread: lines a second through the whole path of `meguri classify`, time to
 * load, and the longest answer to a hostile text. `node bench/classify.ts [--json]`. The lines are the codes' own phrases.
 */
import { parseArgs } from 'node:util'
import { structure } from '../src/challenges/rules/structure.ts'
import { classifyLines } from '../src/jobcodes/rules/classifyLines.ts'
import { classify, jobCodes } from '../src/jobcodes/rules/standard.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean' } } })

const load = timeOf(() => classify('読み込み'))
const phrases = jobCodes().places.flatMap(({ leaf }) => leaf.phrases)
const lines = phrases.map((text, i) => JSON.stringify({ id: String(i), text }))
await drain(lines.slice(0, 200))
const started = performance.now()
await drain(lines)
const perSecond = (lines.length / (performance.now() - started)) * 1000

const hostile = {
  letters: 'あ'.repeat(100_000),
  sentences: '売れない。人が来ん。'.repeat(10_000),
  mixed: phrases.join('').slice(0, 100_000),
  commas: '、'.repeat(100_000),
  nul: '\0'.repeat(100_000),
  surrogates: '\ud800'.repeat(100_000),
  emoji: '😊'.repeat(50_000),
  marks: 'か\u3099'.repeat(50_000),
}
const longest = Object.fromEntries(
  Object.entries(hostile).map(([name, text]) => [
    name,
    { classify: Math.round(timeOf(() => classify(text))), structure: Math.round(timeOf(() => structure(text))) },
  ]),
)

if (values.json) console.log(JSON.stringify({ codes: jobCodes().places.length, load, perSecond, longest }))
else {
  console.log(`${jobCodes().places.length} codes, loaded in ${Math.round(load)} ms`)
  console.log(`${Math.round(perSecond)} lines a second`)
  for (const [name, ms] of Object.entries(longest)) {
    console.log(`  100,000 × ${name}: classify ${ms.classify} ms, structure ${ms.structure} ms`)
  }
}

async function drain(some: readonly string[]): Promise<void> {
  for await (const _ of classifyLines(some));
}

function timeOf(act: () => unknown): number {
  const from = performance.now()
  act()
  return performance.now() - from
}
