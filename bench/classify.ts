/**
 * How fast worries find their job codes, on one thread: lines a second through the whole path of `meguri classify`, time to
 * load, and the longest answer to a hostile text. `node bench/classify.ts [--json] [--quick]`. The lines are the codes' own phrases. Ends with 1
 * where a goal is missed.
 */
import { parseArgs } from 'node:util'
import { structure } from '../src/challenges/rules/structure.ts'
import { classifyLines } from '../src/jobcodes/rules/classifyLines.ts'
import { classify, jobCodes } from '../src/jobcodes/rules/standard.ts'
import { machine, tellGoal, timed } from './goals.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean' }, quick: { type: 'boolean', default: false } } })
/** On one core; with --quick half as fast is enough, so that what is found there is lost speed and not another machine. */
const EASE = values.quick ? 2 : 1
const LEAST_A_SECOND = 500 / EASE
const LONGEST_MS = 200 * EASE

const load = timeOf(() => classify('読み込み'))
const phrases = jobCodes().places.flatMap(({ leaf }) => leaf.phrases)
const lines = phrases.map((text, i) => JSON.stringify({ id: String(i), text }))
await drain(lines.slice(0, 200))
const [clock, processor] = [performance.now(), process.cpuUsage()]
await drain(lines)
const { user, system } = process.cpuUsage(processor)
const perSecond = (lines.length / Math.min(performance.now() - clock, (user + system) / 1000)) * 1000

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
  console.log(machine('one thread; times of the processor where other programs made the clock longer'))
  console.log(`${jobCodes().places.length} codes, loaded in ${Math.round(load)} ms`)
  console.log(`${Math.round(perSecond)} lines a second`)
  for (const [name, ms] of Object.entries(longest)) {
    console.log(`  100,000 × ${name}: classify ${ms.classify} ms, structure ${ms.structure} ms`)
  }
  tellGoal(`${Math.round(perSecond)} lines a second, at least ${LEAST_A_SECOND}`, perSecond >= LEAST_A_SECOND)
  for (const work of ['classify', 'structure'] as const) {
    const most = Math.max(...Object.values(longest).map((ms) => ms[work]))
    tellGoal(`${work}: ${most} ms for the longest hostile text, at most ${LONGEST_MS}`, most <= LONGEST_MS)
  }
}

async function drain(some: readonly string[]): Promise<void> {
  for await (const _ of classifyLines(some));
}

function timeOf(act: () => unknown): number {
  return timed(act).milliseconds
}
