import { type Choice, type Chosen, choose, countInto } from './choice.ts'
import type { Documents } from './documents.ts'
import { firstOf } from './first.ts'
import { type Meaning, rowsOf } from './meaning.ts'
import { fieldsOf, rowOf } from './postings.ts'

/** One word of a question with all that it may mean. At most eight words. */
export type Asked = {
  readonly meanings: readonly Meaning[]
  /** Must a document have it? Other words only lift what is found anyway. */
  readonly needed: boolean
}

export type Order =
  | { readonly by: 'best' }
  | { readonly by: 'newest' }
  /** The next last day first. */
  | { readonly by: 'until' }
  /** The documents in this order, then all others, the newest first. */
  | { readonly by: 'given'; readonly ids: readonly string[] }

export type Question = {
  readonly words: readonly Asked[]
  readonly chosen: readonly Chosen[]
  /** Only what is open on this day; null = what is over too. */
  readonly openOn: number | null
  readonly order: Order
  readonly skip: number
  readonly take: number
}

export type Hit = {
  readonly id: string
  readonly score: number
  /** Has it all the words? */
  readonly full: boolean
  /** By word: the place of the meaning that speaks most for it, −1 where it has none. */
  readonly why: readonly number[]
}

export type Answer = {
  readonly hits: readonly Hit[]
  readonly count: number
  /** How many of them have all the words. */
  readonly full: number
  /** How many more there are with what is over. */
  readonly over: number
  /** How many there would be if this value were chosen in its column (in the place of what is chosen there now). */
  readonly countOf: (column: string, value: string) => number
}

/** With fewer documents that have all the words, those with most of them stand behind. */
const FEW = 10
/** What a second meaning adds beside the strongest one. */
const BESIDE = 0.25
/** 32-bit numbers have room for the words. */
const MOST_WORDS = 8

/**
 * The documents that answer a question: those with all words first, where they are few then those with most; by score within
 * (for each word the inverse document frequency of Robertson and Spärck Jones times how much its strongest meaning counts in its
 * heaviest field), the newest first where scores are the same. How many words are asked for follows from the words alone, so
 * that a count says exactly how many there are once a value is chosen.
 */
export function ask(documents: Documents, question: Question): Answer {
  return answerTo(documents, question, true)
}

/** The `count` of the answer alone, without what takes time in the rest of it. */
export function howMany(documents: Documents, question: Question): number {
  return answerTo(documents, { ...question, order: { by: 'newest' }, skip: 0, take: 0 }, false).count
}

function answerTo(documents: Documents, question: Question, counted: boolean): Answer {
  const words = question.words.slice(0, MOST_WORDS)
  const { scratch } = documents
  const touched = score(documents, words)
  const needed = words.filter((word) => word.needed).length
  const need = needed === 0 ? 0 : needOf(documents, touched, needed, question.openOn)
  const choice = choose(documents, question.chosen)
  const { there, untils } = documents
  const rows = scratch.found
  let [count, full, over] = [0, 0, 0]
  const candidates = needed === 0 ? documents.rows : touched
  for (let at = 0; at < candidates; at++) {
    const row = needed === 0 ? at : scratch.touched[at]!
    if (there[row] === 0 || BITS[scratch.matched[row]!]! < need) continue
    const open = question.openOn === null || untils[row]! >= question.openOn
    const missing = countInto(documents, choice, row, open && counted)
    if (missing !== 0) continue
    if (!open) over++
    else {
      rows[count++] = row
      if (BITS[scratch.matched[row]!] === needed) full++
    }
  }
  const before = orderOf(documents, question.order, needed)
  const shown = firstOf(rows.subarray(0, count), question.skip + question.take, before).slice(question.skip)
  const hits = shown.map((row) => ({
    ...{ id: documents.ids[row]!, score: scratch.total[row]!, full: BITS[scratch.matched[row]!] === needed },
    why: words.map((_, word) => scratch.why[word]![row]! - 1),
  }))
  forget(documents, touched, words.length)
  return { hits, count, full, over, countOf: countsOf(documents, choice) }
}

const BITS = Uint8Array.from({ length: 256 }, (_, bits) => bits.toString(2).replaceAll('0', '').length)

/** Fills the scratch; gives how many rows have anything. A row with a word that is not needed alone counts as touched too. */
function score(documents: Documents, words: readonly Asked[]): number {
  const { scratch, rowOf } = documents
  let touched = 0
  for (const [number, word] of words.entries()) {
    scratch.why[number] ??= new Uint8Array(scratch.total.length)
    if (scratch.why[number].length < scratch.total.length) scratch.why[number] = new Uint8Array(scratch.total.length)
    const rows = scoreWord(documents, word, scratch.why[number])
    const rarity = Math.log(1 + (Math.max(rowOf.size, rows.length) - rows.length + 0.5) / (rows.length + 0.5))
    for (const row of rows) {
      if (scratch.total[row] === 0) scratch.touched[touched++] = row
      scratch.total[row]! += (rarity + 0.01) * scratch.word[row]!
      if (word.needed) scratch.matched[row]! |= 1 << number
      scratch.word[row] = 0
    }
  }
  return touched
}

/** The rows that a word is found in, each once; how much it counts there is left in the scratch. */
function scoreWord(documents: Documents, { meanings }: Asked, why: Uint8Array): number[] {
  const { heaviest } = documents
  const { word } = documents.scratch
  const rows: number[] = []
  const most = new Map<number, number>()
  for (const [place, meaning] of meanings.entries()) {
    const found = rowsOf(documents, meaning)
    for (let at = 0; at < found.length; at++) {
      const row = rowOf(found.entries[at]!)
      const counts = meaning.weight * heaviest[fieldsOf(found.entries[at]!)]!
      const before = word[row]!
      if (before === 0) {
        rows.push(row)
        word[row] = counts
        why[row] = place + 1
        continue
      }
      const strongest = most.get(row) ?? before
      word[row] = counts > strongest ? before - strongest * (1 - BESIDE) + counts : before + BESIDE * counts
      if (counts > strongest) {
        most.set(row, counts)
        why[row] = place + 1
      }
    }
  }
  return rows
}

/** How many of the words a document must have: all, or as many as it takes to find more than a few. */
function needOf({ scratch, there, untils }: Documents, touched: number, needed: number, openOn: number | null): number {
  const having = new Uint32Array(needed + 1)
  for (let at = 0; at < touched; at++) {
    const row = scratch.touched[at]!
    if (there[row] === 0 || (openOn !== null && untils[row]! < openOn)) continue
    having[BITS[scratch.matched[row]!]!]!++
  }
  const least = Math.ceil(needed / 2)
  let [need, found] = [needed, having[needed]!]
  while (need > 1 && (need > least ? found < FEW : found === 0)) found += having[--need]!
  return need
}

function orderOf(documents: Documents, order: Order, needed: number) {
  const { scratch, times, untils, ids, rowOf } = documents
  const newest = (a: number, b: number) => times[b]! - times[a]! || (ids[a]! < ids[b]! ? -1 : 1)
  const full = (row: number) => (BITS[scratch.matched[row]!] === needed ? 0 : 1)
  const within = {
    best: (a: number, b: number) =>
      BITS[scratch.matched[b]!]! - BITS[scratch.matched[a]!]! || scratch.total[b]! - scratch.total[a]!,
    newest: () => 0,
    until: (a: number, b: number) => (untils[a] === untils[b] ? 0 : untils[a]! - untils[b]!),
    given: byPlace(order.by === 'given' ? order.ids.flatMap((id) => rowOf.get(id) ?? []) : []),
  }[order.by]
  return (a: number, b: number) => full(a) - full(b) || within(a, b) || newest(a, b)
}

function byPlace(rows: readonly number[]) {
  const places = new Map(rows.map((row, place) => [row, place]))
  return (a: number, b: number) => (places.get(a) ?? rows.length) - (places.get(b) ?? rows.length)
}

function forget({ scratch }: Documents, touched: number, words: number) {
  for (let at = 0; at < touched; at++) {
    const row = scratch.touched[at]!
    scratch.total[row] = 0
    scratch.matched[row] = 0
    for (let word = 0; word < words; word++) scratch.why[word]![row] = 0
  }
}

function countsOf({ shape, numberOf }: Documents, { counts }: Choice) {
  return (column: string, value: string) => {
    const number = numberOf[shape.columns.indexOf(column)]?.get(value)
    return number === undefined ? 0 : counts[number]!
  }
}
