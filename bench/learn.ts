/**
 * Learns from labelled worries what terms say of which job code, in two ways: a separation of each code from all others
 * (`reference/learned.json`) and a network (`reference/learned-network.bin`). The classifier weighs with both what it found.
 * `npm run learn [-- --folder FOLDER] [--only separation|network]`. About a quarter of an hour; the same data gives the same files.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { randomFrom } from '../seed/random.ts'
import { jobCodes, termsOfText } from '../src/jobcodes/rules/standard.ts'
import { storedModel, vectorOf } from '../src/text/linear.ts'
import { networkBytes } from '../src/text/network.ts'
import { fold } from '../src/text/normalise.ts'
import { withTrigrams } from '../src/text/terms.ts'
import { learnNetwork } from './learn/network.ts'
import { packedNetwork, packedSeparation } from './learn/packed.ts'
import { separate } from './learn/svm.ts'
import { labelledTexts, type Text } from './learn/texts.ts'
import { vocabularyOf } from './learn/vocabulary.ts'

/** How much a text counts for the second and third code that would help. */
const FURTHER = [1, 0.5, 0.35]
/** Texts that a term has to be in before it is learned of: one alone teaches nothing about others. */
const LEAST_TEXTS = { separation: 2, network: 12 }
/** In how many rounds the network reads a text: what was written for a code teaches less than what somebody told. */
const OFTEN = { told: 1, saying: 0.5, description: 0.3, cue: 0.08 }
/** Numbers in which the network keeps the meaning of a term. */
const WIDTH = 256

const { values } = parseArgs({
  options: { folder: { type: 'string', default: 'reference' }, only: { type: 'string' } },
})
const codes = jobCodes().places.map(({ leaf }) => leaf.id)
const column = new Map(codes.map((code, n) => [code, n]))
const texts = labelledTexts()

if (values.only !== 'network') timed('learned.json', separation)
if (values.only !== 'separation') timed('learned-network.bin', network)

function separation(): string {
  const read = texts.filter(({ kind }) => kind !== 'cue')
  const terms = read.map(({ text }) => termsOfText(text))
  const { vocabulary, rarity } = vocabularyOf(terms, LEAST_TEXTS.separation)
  const examples = read.map((text, n) => ({
    text: vectorOf(terms[n]!, vocabulary, rarity),
    classes: new Map(text.codes.map((code, rank) => [column.get(code)!, FURTHER[rank]!])),
  }))
  console.log(`separation: ${examples.length} texts, ${vocabulary.size} terms, ${codes.length} job codes`)
  const separations = codes.map((code, n) => separate(examples, vocabulary.size, n, randomFrom(`learn/${code}`)))
  return `${JSON.stringify(storedModel(packedSeparation(codes, vocabulary, rarity, separations)))}\n`
}

function network(): Uint8Array {
  const terms = texts.map(({ text }) => withTrigrams(termsOfText(text), [{ folded: fold(text) }]))
  const { vocabulary, rarity } = vocabularyOf(terms, LEAST_TEXTS.network)
  const lessons = texts.map((text, n) => ({
    text: vectorOf(terms[n]!, vocabulary, rarity),
    goals: goalsOf(text),
    often: OFTEN[text.kind],
  }))
  console.log(`network: ${lessons.length} texts, ${vocabulary.size} terms, ${codes.length} job codes`)
  const shape = { terms: vocabulary.size, classes: codes.length, width: WIDTH }
  const learned = learnNetwork(lessons, shape, randomFrom('learn/network'), (line) => console.log(`  ${line}`))
  return networkBytes(packedNetwork(codes, vocabulary, rarity, learned))
}

/** The codes of a text with their shares of 1. */
function goalsOf({ codes: own }: Text): [number, number][] {
  const whole = own.reduce((sum, _, rank) => sum + FURTHER[rank]!, 0)
  return own.map((code, rank) => [column.get(code)!, FURTHER[rank]! / whole])
}

function timed(name: string, make: () => string | Uint8Array): void {
  const started = performance.now()
  const file = make()
  writeFileSync(join(values.folder, name), file)
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(`${name}: ${Math.round(file.length / 1000)} kB, ${seconds} s`)
}
