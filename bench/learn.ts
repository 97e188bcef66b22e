/**
 * Learns from labelled worries which terms speak for which job code, and writes `reference/learned.json`, with which the
 * classifier weighs what it found. `npm run learn [-- --out FILE]`. About two minutes; the same data gives the same file.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { randomFrom } from '../seed/random.ts'
import { cluesOf, jobCodes, termsOfText } from '../src/jobcodes/rules/standard.ts'
import { type LinearModel, storedModel, vectorOf } from '../src/text/linear.ts'
import { type Example, separate } from './learn/svm.ts'

/** A term that only one text has teaches nothing about others. */
const LEAST_TEXTS = 2
/** How much a text counts for the second and third code that would help. */
const FURTHER = [1, 0.5, 0.35]
/** Weights kept of each class: those that can change a score at all. */
const KEPT = 2500

const { values } = parseArgs({ options: { out: { type: 'string', default: 'reference/learned.json' } } })

const codes = jobCodes().places.map(({ leaf }) => leaf.id)
const column = new Map(codes.map((code, n) => [code, n]))
const texts = [...told(), ...said(), ...described()]
const terms = texts.map(({ text }) => termsOfText(text))
const { vocabulary, rarity } = vocabularyOf()
const examples: Example[] = texts.map((text, n) => ({
  text: vectorOf(terms[n]!, vocabulary, rarity),
  classes: new Map(text.codes.map((code, rank) => [column.get(code)!, FURTHER[rank]!])),
}))
console.log(`${texts.length} texts, ${vocabulary.size} terms, ${codes.length} job codes`)
const started = performance.now()
const separations = codes.map((code, n) => separate(examples, vocabulary.size, n, randomFrom(`learn/${code}`)))
console.log(`learned in ${Math.round((performance.now() - started) / 1000)} s`)
const model = packed()
const file = JSON.stringify(storedModel(model))
writeFileSync(values.out, `${file}\n`)
console.log(`${values.out}: ${model.weights.length} weights, ${Math.round(file.length / 1000)} kB`)

type Text = { readonly text: string; readonly codes: readonly string[] }

/** Worries of role cards, each with the one to three job codes that would help. */
function told(): Text[] {
  return [...cluesOf('told')].flatMap(([key, all]) => {
    const own = key.split(' ').filter((code) => column.has(code))
    return own.length > 0 ? all.map((text) => ({ text, codes: own })) : []
  })
}

function said(): Text[] {
  return [...cluesOf('sayings')]
    .filter(([code]) => column.has(code))
    .flatMap(([code, all]) => all.map((text) => ({ text, codes: [code] })))
}

/** What the job codes themselves say. */
function described(): Text[] {
  return jobCodes().places.flatMap(({ leaf }) =>
    [leaf.name, leaf.definition, ...leaf.phrases, ...leaf.synonyms, ...leaf.includes, ...leaf.tasks].map((text) => ({
      text,
      codes: [leaf.id],
    })),
  )
}

function vocabularyOf(): Pick<LinearModel, 'vocabulary' | 'rarity'> {
  const counts = new Map<string, number>()
  for (const text of terms) for (const term of text.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= LEAST_TEXTS)
  return {
    vocabulary: new Map(kept.map(([term], row) => [term, row])),
    rarity: Float32Array.from(kept, ([, count]) => Math.log((texts.length + 1) / (count + 0.5))),
  }
}

/** The largest weights of each class in one byte each, row by row; terms that no class kept are left out. */
function packed(): LinearModel {
  const scale = new Float32Array(codes.length)
  const byRow = new Map<number, [column: number, weight: number][]>()
  for (const [n, { weights }] of separations.entries()) {
    const rows = [...weights.keys()].filter((row) => weights[row] !== 0)
    rows.sort((a, b) => Math.abs(weights[b]! * rarity[b]!) - Math.abs(weights[a]! * rarity[a]!))
    const kept = rows.slice(0, KEPT)
    scale[n] = Math.max(...kept.map((row) => Math.abs(weights[row]!))) / 127
    for (const row of kept) {
      const weight = Math.round(weights[row]! / scale[n]!)
      if (weight === 0) continue
      const list = byRow.get(row)
      if (list) list.push([n, weight])
      else byRow.set(row, [[n, weight]])
    }
  }
  const rows = [...byRow].sort(([a], [b]) => a - b)
  const names = [...vocabulary.keys()]
  const from = new Int32Array(rows.length + 1)
  for (const [at, [, list]] of rows.entries()) from[at + 1] = from[at]! + list.length
  const all = rows.flatMap(([, list]) => list)
  return {
    ...{ classes: codes, scale, from },
    vocabulary: new Map(rows.map(([row], at) => [names[row]!, at])),
    rarity: Float32Array.from(rows, ([row]) => rarity[row]!),
    columns: Uint16Array.from(all, ([n]) => n),
    weights: Int8Array.from(all, ([, weight]) => weight),
    bias: Float32Array.from(separations, ({ bias }) => bias),
  }
}
