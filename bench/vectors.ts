/**
 * Whether the engine's text vector finds what speaks of the same work better than common words do: nDCG@10 (gain 3 for a job code
 * in common, 1 for a middle group) of plain bigram BM25 and of the 64 bytes, by the work alone and in a space learned on the texts
 * among which is looked (never on those that ask), with a paired bootstrap of the gain. Asked are the worries of bench/worries that two labellings saw; found are the 4,214 others, and the
 * profiles of the demo. `npm run bench:vectors -- [--half open|frozen] [--quick]`. Ends with 1 where a vector is not better.
 */
import { parseArgs } from 'node:util'
import { demoTalents } from '../seed/generate.ts'
import { jobCodes } from '../src/jobcodes/rules/standard.ts'
import { textOfTalent } from '../src/matching/rules/meaning.ts'
import { vectorOf } from '../src/matching/rules/vectors.ts'
import { machine, tellGoal } from './goals.ts'
import { factsOf } from './proposals/people.ts'
import { bootstrap, byWords, hashedOn, learnedOn, mean, ndcg, nearTo, ownOn, type Ranker } from './text/ranked.ts'
import { acceptedOf, type Half, readHalf, readWide } from './worries/labels.ts'

type Told = { readonly text: string; readonly codes: readonly string[] }

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
  const [vectorsIn, inSpace] = ownOn(texts)
  const own = score(nearTo(vectorsIn, inSpace))
  const rows = {
    'plain bigram BM25': base,
    'vector by the work alone': ours,
    'vector in the space learned on these texts': own,
    'latent semantics of these texts alone': score(nearTo(...learnedOn(texts))),
    'vector of hashed words': score(nearTo(...hashedOn(texts))),
  }
  console.log(`\namong ${name}, nDCG@10; ${reading.toFixed(2)} ms to read a text`)
  for (const [way, scores] of Object.entries(rows)) console.log(`  ${way.padEnd(50)} ${mean(scores).toFixed(4)}`)
  for (const [way, scores] of [
    ['by the work alone', ours],
    ['in a space of these texts', own],
  ] as const) {
    const gain = scores.map((value, at) => value - base[at]!)
    const [low, high] = bootstrap(gain)
    const told = `${mean(gain).toFixed(4)} (95 %: ${low.toFixed(4)} to ${high.toFixed(4)})`
    tellGoal(`among ${name}: the vector ${way} is better than bigram BM25 alone, by ${told}`, low > 0)
  }
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
