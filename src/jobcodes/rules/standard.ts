import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gradual } from '../../lib/gradual.ts'
import { isMade, madeFile, readMade, readReference, referenceFile } from '../../lib/reference.ts'
import { type DictionaryEntry, safeGroups } from '../../text/dictionary.ts'
import { readModel, type StoredModel } from '../../text/linear.ts'
import { type Network, readNetwork } from '../../text/network.ts'
import { fold } from '../../text/normalise.ts'
import { rowReader } from '../../text/rows.ts'
import { createSynonyms, type SynonymGroup, type Synonyms } from '../../text/synonyms.ts'
import { queryOf, termsOf } from '../../text/terms.ts'
import {
  type Classified,
  type Classifier,
  type Clues,
  classifierInPieces,
  type Learned,
  termsIn,
} from './classifier.ts'
import { validateHistory } from './history.ts'
import { type Leaf, validateRelease } from './release.ts'
import { type CodeHit, createSearch } from './search.ts'
import { type CodeTree, createTree } from './tree.ts'
import { WEIGHING } from './weighing.ts'

const DICTIONARY = 'synonym-groups'
/** Megabytes of YAML that only the build reads. */
export const CLUE_KINDS = ['sayings', 'cues', 'told'] as const
/** The name of what the build makes of them. */
export const CLUES = 'clue-terms'
const CHANGES = 'job-code-changes'
/** What the groups of the dictionary follow from; the lock file stands for the dictionary itself. */
const DICTIONARY_SOURCES = [
  'reference/job-codes',
  'reference/synonyms.yaml',
  'package-lock.json',
  'src/text',
  'src/jobcodes/rules',
]

const CLUE_SOURCES = [...DICTIONARY_SOURCES, 'reference/meanings', 'reference/sayings', 'reference/cues']
/** Job codes between two pauses. */
const PIECE = 40

let tree: CodeTree | undefined
let synonyms: Synonyms | undefined
let network: Network | undefined
let reader: ReturnType<typeof rowReader> | undefined
let classes: Readonly<Record<string, string>> | undefined
let search: ((text: string, limit?: number) => CodeHit[]) | undefined

/** Finds the job codes of a text; the server makes it ready before anybody asks. */
export const classifier = gradual<Classifier>(function* () {
  const codes = jobCodes()
  yield
  const words = businessSynonyms()
  yield
  const clues = yield* clueTerms()
  const learned = learnedModels()
  yield
  return yield* classifierInPieces(codes, words, WEIGHING, clues, learned)
})

/**
 * The job codes of this installation, read once from `reference/job-codes` and `reference/job-code-changes.yaml`. Throws with
 * every finding when unreadable.
 */
export function jobCodes(): CodeTree {
  tree ??= readTree()
  return tree
}

/** The classes of 厚生労働省編職業分類 whose people do the work of a code as their main job. */
export function classesOf({ mhlw }: Leaf): { code: string; name: string }[] {
  classes ??= readReference('mhlw') as Record<string, string>
  return mhlw.map((code) => ({ code, name: classes![code] ?? code }))
}

/** The job codes that a text in the owner's own words speaks of, best first, each with its reason; [] when none. */
export function classify(text: string, limit = 10): Classified[] {
  return classifier.now()(text, limit)
}

/** Job codes that are counted as what a text is about. */
const SPOKEN_OF = 30

/** What work a text is about, by job code: how strongly it speaks of each. */
export function worksIn(text: string): Map<string, number> {
  return new Map(classify(text, SPOKEN_OF).map(({ code, score }) => [code, score]))
}

/**
 * What people said who needed a job code (reference/sayings), and words that come up then (reference/cues), by code; worries
 * that were told (reference/told), by one to three codes that would help, the nearest first, with a space between.
 * Clues for the classifier alone: made-up sentences and single words are shown to nobody.
 */
export function cluesOf(kind: (typeof CLUE_KINDS)[number]): ReadonlyMap<string, readonly string[]> {
  const files = readReference(kind) as (Record<string, string[]> | null)[]
  return new Map(files.flatMap((file) => Object.entries(file ?? {})))
}

/** The terms of a text, each once, as the classifier knows them. */
export function termsOfText(text: string): Map<string, number> {
  return queryOf(termsOf(fold(text), WEIGHING.terms, businessSynonyms()))
}

/** Finding the terms of so many texts takes seconds, so the build does it; reading them all at once takes long too. */
function* clueTerms(): Generator<undefined, Clues> {
  const clues = new Map<string, Clue>()
  for (const row of areCluesMade() ? linesOf(madeFile(CLUES)) : clueRows().map((made) => JSON.stringify(made))) {
    const [code, terms, counts] = JSON.parse(row) as ClueRow
    clues.set(code, { terms, counts })
    if (clues.size % PIECE === 0) yield
  }
  return clues
}

/** One row of JSON each, as `writeClueTerms` wrote them. */
function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean)
}

/** Has the build made them, and from what lies there now? */
export function areCluesMade(): boolean {
  return isMade(CLUES, CLUE_SOURCES)
}

/** What each term says of every job code, learned from the worries that were told (`npm run learn`); read once. */
export function taughtNetwork(): Network {
  network ??= readNetwork(readFileSync(referenceFile('learned-network.bin')))
  return network
}

/** The terms of a text that the network knows, as its rows with their weights. */
export function taughtTerms(text: string): Map<number, number> {
  reader ??= rowReader(taughtNetwork().vocabulary, WEIGHING.terms, businessSynonyms())
  return reader(fold(text))
}

function learnedModels(): Learned {
  const separation = JSON.parse(readFileSync(referenceFile('learned.json'), 'utf8')) as StoredModel
  return {
    separation: readModel(separation),
    network: taughtNetwork(),
  }
}

type Clue = { readonly terms: readonly string[]; readonly counts: readonly number[] }
type ClueRow = [code: string, terms: string[], counts: number[]]

/** A cue was chosen because it tells; a sentence is full of words that do not. */
const CUE_COUNTS = 2

function clueRows(): ClueRow[] {
  const words = businessSynonyms()
  const [sayings, cues] = [cluesOf('sayings'), cluesOf('cues')]
  return jobCodes().places.map(({ leaf: { id } }) => {
    const counts = new Map<string, number>()
    const add = (texts: readonly string[] = [], count: number) => {
      for (const term of texts.flatMap((text) => termsIn(text, words)))
        counts.set(term, (counts.get(term) ?? 0) + count)
    }
    add(sayings.get(id), 1)
    add(cues.get(id), CUE_COUNTS)
    return [id, [...counts.keys()], [...counts.values()]]
  })
}

/** Job codes for a search box: names, readings, synonyms, English; then what the words may mean. */
export function searchCodes(text: string, limit = 20): CodeHit[] {
  search ??= createSearch(jobCodes(), classify)
  return search(text, limit)
}

/** Our own words of business and daily life first, then the public dictionary for words that the job codes use. */
export function businessSynonyms(): Synonyms {
  synonyms ??= {
    ...createSynonyms([...ownGroups(), ...readMade(DICTIONARY, DICTIONARY_SOURCES, dictionaryGroups)]),
    meanings: createSynonyms(meaningGroups()),
  }
  return synonyms
}

/** Ways of speaking by what is meant (reference/meanings). */
export function meaningsByName(): Record<string, string[]> {
  const files = readReference('meanings') as (Record<string, string[]> | null)[]
  return Object.assign({}, ...files)
}

/** Each with its name first, which is no way of speaking. */
function meaningGroups(): SynonymGroup[] {
  return Object.entries(meaningsByName()).map(([name, ways]) => [name, ...ways])
}

function readTree(): CodeTree {
  const { release, findings } = validateRelease(readReference('job-codes'))
  if (release === null) throw new Error(`reference/job-codes を読めません\n${findings.join('\n')}`)
  const { versions, findings: slips } = validateHistory(readReference(CHANGES), release)
  if (slips.length > 0) throw new Error(`reference/${CHANGES}.yaml を読めません\n${slips.join('\n')}`)
  return createTree(release, versions)
}

/** For `meguri job-codes check`: all that a person has to correct in the files of the job codes; [] when they are in order. */
export function findingsOfFiles(): string[] {
  const { release, findings } = validateRelease(readReference('job-codes'))
  return [...findings, ...(release === null ? [] : validateHistory(readReference(CHANGES), release).findings)]
}

function ownGroups(): SynonymGroup[] {
  const data = readReference('synonyms')
  if (!Array.isArray(data)) throw new Error('reference/synonyms.yaml は「- [言葉, 言葉]」の並びです')
  return data.map((group, i) => {
    if (!Array.isArray(group) || group.length < 2 || !group.every((word) => typeof word === 'string')) {
      throw new Error(`reference/synonyms.yaml の ${i + 1} 番目は、2つ以上の言葉の並びではありません`)
    }
    return group
  })
}

/** For the build: the small part of the public dictionary that is used, as `<folder>/synonym-groups.json`. Returns the name. */
export function writeSynonymGroups(folder: string): string {
  writeFileSync(join(folder, `${DICTIONARY}.json`), JSON.stringify(dictionaryGroups()))
  return DICTIONARY
}

/** For the build: the terms of all clues, as `<folder>/clue-terms.json`, a line of JSON to each job code. */
export function writeClueTerms(folder: string): void {
  const file = join(folder, `${CLUES}.json`)
  // A server that reads meanwhile never sees half of it.
  const unfinished = `${file}.${process.pid}`
  writeFileSync(
    unfinished,
    clueRows()
      .map((row) => `${JSON.stringify(row)}\n`)
      .join(''),
  )
  renameSync(unfinished, file)
}

/** Groups no code speaks of could never lead to one; leaving them out keeps the finder small. */
function dictionaryGroups(): SynonymGroup[] {
  const entries = dictionaryEntries()
  const own = ownGroups().flat()
  const texts = jobCodes().places.map(({ leaf }) =>
    fold([leaf.name, leaf.definition, ...leaf.phrases, ...leaf.synonyms, ...leaf.includes, ...leaf.tasks].join('\n')),
  )
  const groups = safeGroups(entries, own)
  const spoken = new Set(
    createSynonyms(groups)
      .find(texts.join('\n'))
      .map(({ group }) => group),
  )
  return groups.filter((_, number) => spoken.has(number))
}

/** The package's own entry points are asynchronous or broken (its ES module is missing), so its data file is read directly. */
function dictionaryEntries(): DictionaryEntry[] {
  const entry = createRequire(import.meta.url).resolve('sudachi-synonyms-dictionary')
  return JSON.parse(readFileSync(join(dirname(entry), 'sudachi-synonyms-dictionary.json'), 'utf8')) as DictionaryEntry[]
}
