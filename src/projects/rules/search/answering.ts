import { today } from '../../../lib/time.ts'
import { type Answer, ask, type Question } from '../../../text/search/ask.ts'
import type { Documents } from '../../../text/search/documents.ts'
import { rowsOf } from '../../../text/search/meaning.ts'
import { rowOf } from '../../../text/search/postings.ts'
import type { Vocabulary } from '../../../text/search/spelling.ts'
import { addressOf, type Filters } from '../filters.ts'
import { chosenBy, codeValues, openOn, orderOf, type Seeker } from './question.ts'
import { asked, type Because, type Holdings, type Understood, understand } from './understanding.ts'

/** Everything that everybody may read of projects and cases, ready to be searched. */
export type Shelves = {
  readonly projects: Documents
  readonly cases: Documents
  readonly vocabulary: Vocabulary
}

export type FoundCode = { readonly code: string; readonly word: string; readonly guessed: boolean }

export type Found = {
  readonly understood: readonly Understood[]
  readonly answer: Answer
  /** Cases that answer too, the best first. */
  readonly cases: readonly string[]
  /** Job codes that the words lead to, the nearest first. */
  readonly codes: readonly FoundCode[]
}

/** Cards on a page. */
export const PAGE = 20
const FEW = 3

/** One page of what answers, with a few cases and job codes beside it. */
export function answer(shelves: Shelves, filters: Filters, seeker: Seeker, now: Date): Found {
  // Without words everything is looked through, and everybody is answered the same.
  const isForAll = filters.words === '' && !filters.tied && filters.sort !== 'fit'
  return isForAll ? answerKept(shelves, filters, seeker, now) : answerNow(shelves, filters, seeker, now)
}

type Kept = { readonly version: number; readonly answers: Map<string, Found> }

const kept = new WeakMap<Shelves, Kept>()
const MOST_KEPT = 300

/** The same answer again until something changes. */
function answerKept(shelves: Shelves, filters: Filters, seeker: Seeker, now: Date): Found {
  const version = shelves.projects.version + shelves.cases.version
  let known = kept.get(shelves)
  if (known?.version !== version || known.answers.size >= MOST_KEPT) {
    known = { version, answers: new Map() }
    kept.set(shelves, known)
  }
  const asked = `${today(now)} ${addressOf(filters)}`
  const found = known.answers.get(asked) ?? answerNow(shelves, filters, seeker, now)
  known.answers.set(asked, found)
  return found
}

function answerNow(shelves: Shelves, filters: Filters, seeker: Seeker, now: Date): Found {
  const understood = understoodBy(shelves, filters, now)
  const question = questionOf(understood, filters, seeker, now)
  return {
    ...{ understood, answer: ask(shelves.projects, question), codes: codesIn(understood).slice(0, FEW) },
    cases: casesFor(shelves, filters, question),
  }
}

/** The open projects that have all that is asked for, the newest first: for a list that is read elsewhere. */
export function newestOpen(shelves: Shelves, filters: Filters, now: Date, take: number): string[] {
  const nobody = { tied: null, fitting: [] }
  const question = questionOf(understoodBy(shelves, filters, now), filters, nobody, now)
  const { hits } = ask(shelves.projects, { ...question, order: { by: 'newest' }, skip: 0, take })
  return hits.filter(({ full }) => full).map(({ id }) => id)
}

/** Which of these open documents have all that is asked for; words are taken as they are for the whole search. */
export function fullAnswers(
  shelves: Shelves,
  documents: Documents,
  filters: Filters,
  seeker: Seeker,
  now: Date,
): string[] {
  const question = questionOf(understoodBy(shelves, filters, now), filters, seeker, now)
  return ask(documents, { ...question, skip: 0, take: documents.rows }).hits.flatMap(({ id, full }) =>
    full ? [id] : [],
  )
}

export function understoodBy({ projects, vocabulary }: Shelves, filters: Filters, now: Date): Understood[] {
  if (filters.words === '') return []
  return understand(filters.words, holdingsOf({ projects, vocabulary }, openOn(filters, now)))
}

/** What words are understood by. */
export function holdingsOf(
  { projects, vocabulary }: Pick<Shelves, 'projects' | 'vocabulary'>,
  day: number | null,
): Holdings {
  const { there, untils } = projects
  const isLookedAt = (row: number) => there[row] === 1 && (day === null || untils[row]! >= day)
  return {
    countOf(meaning) {
      const { entries, length } = rowsOf(projects, meaning)
      let count = 0
      for (let at = 0; at < length && count < ENOUGH; at++) if (isLookedAt(rowOf(entries[at]!))) count++
      return count
    },
    has(meaning) {
      const { entries, length } = rowsOf(projects, meaning)
      for (let at = 0; at < length; at++) if (there[rowOf(entries[at]!)] === 1) return true
      return false
    },
    near: (key) => vocabulary.near(key),
  }
}

/** Whoever asks for how many there are wants to know whether they are few. */
const ENOUGH = 100

export function questionOf(understood: readonly Understood[], filters: Filters, seeker: Seeker, now: Date): Question {
  return {
    ...{ words: asked(understood), chosen: chosenBy(filters, seeker, now), openOn: openOn(filters, now) },
    ...{ order: orderOf(filters, seeker), skip: (filters.page - 1) * PAGE, take: PAGE },
  }
}

/** Beside words, a place or a kind of work: a list of everything has no cases beside it. */
function casesFor({ cases }: Shelves, { prefecture, code }: Filters, { words }: Question): string[] {
  const chosen = [
    ...(prefecture === null ? [] : [{ column: 'prefecture', values: [String(prefecture)] }]),
    ...(code === null ? [] : [{ column: 'code', values: codeValues(code) }]),
  ]
  if (words.length === 0 && chosen.length === 0) return []
  const question = { words, chosen, openOn: null, order: { by: 'best' } as const, skip: 0, take: FEW }
  return ask(cases, question).hits.map(({ id }) => id)
}

function codesIn(understood: readonly Understood[]): FoundCode[] {
  const found = understood.flatMap(({ word, meanings }) =>
    meanings.flatMap(({ because, weight }) => (isCode(because) ? [{ ...because, word, weight }] : [])),
  )
  found.sort((a, b) => b.weight - a.weight)
  const codes = new Map(found.reverse().map((one) => [one.code, one]))
  return [...codes.values()].reverse().map(({ code, word, guessed }) => ({ code, word, guessed }))
}

function isCode(because: Because): because is Because & { kind: 'code' } {
  return because.kind === 'code'
}
