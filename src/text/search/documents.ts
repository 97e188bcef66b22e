import { keyOf } from './key.ts'
import { eachTerm, lettersOf, type Term } from './letters.ts'
import { createPosting, MOST_ROWS, type Posting, post, renumber } from './postings.ts'

/** What documents are made of. At most eight fields. */
export type Shape = {
  /** How much a word counts that stands in a field, > 0. */
  readonly weights: readonly number[]
  /** Names of what they are filtered by and counted by. */
  readonly columns: readonly string[]
}

export type Entry = {
  readonly id: string
  /** By field; '' where there is nothing. */
  readonly texts: readonly string[]
  /** What the document has beside its words (a job code, a place), each with its field. */
  readonly keys: readonly (readonly [key: string, field: number])[]
  /** By column: the values it is found under; several for 「月10時間まで」 and 「月15時間まで」. */
  readonly values: readonly (readonly string[])[]
  /** The newer goes first where nothing else tells. */
  readonly time: number
  /** The last day on which it is open, as a number; below any day = over, Infinity = no end. */
  readonly until: number
}

/** Documents in typed arrays, ready to be asked. Rows are only added; what is put anew or taken out leaves a gap. */
export type Documents = {
  readonly shape: Shape
  readonly rowOf: Map<string, number>
  readonly ids: string[]
  /** By row: 1 = it is there, 0 = gone. */
  there: Uint8Array
  /** By the bits of its fields: how much the heaviest of them counts. */
  readonly heaviest: Float32Array
  readonly terms: Map<Term, Posting>
  readonly keys: Map<string, Posting>
  /** For words of one character: the terms that have it. */
  readonly termsWith: Map<string, Term[]>
  /** For the beginning of a word in Latin letters. */
  readonly latin: string[]
  /** Values of all columns have one numbering: `columnOf` by number, `numberOf[column]` by name. */
  readonly columnOf: number[]
  readonly numberOf: readonly Map<string, number>[]
  /** The values of row r: `values[starts[r]] … values[starts[r + 1] − 1]`. */
  starts: Uint32Array
  values: Uint16Array
  times: Float64Array
  untils: Float64Array
  rows: number
  /** Another after every change. */
  version: number
  scratch: Scratch
}

/** Written over by every question, so that none has to ask for memory. */
export type Scratch = {
  readonly total: Float32Array
  readonly word: Float32Array
  readonly matched: Uint8Array
  readonly touched: Uint32Array
  readonly why: Uint8Array[]
  readonly found: Uint32Array
}

const FIRST_ROOM = 256
const KEPT_GAPS = 1000

export function createDocuments(shape: Shape, room = FIRST_ROOM): Documents {
  if (shape.weights.length > 8) throw new RangeError('At most eight fields')
  const rows = Math.max(FIRST_ROOM, room)
  return {
    ...{ shape, rowOf: new Map(), ids: [], terms: new Map(), keys: new Map(), termsWith: new Map(), latin: [] },
    ...{ there: new Uint8Array(rows), heaviest: heaviestOf(shape) },
    ...{ columnOf: [], numberOf: shape.columns.map(() => new Map<string, number>()) },
    ...{ starts: new Uint32Array(rows + 1), values: new Uint16Array(rows * 16) },
    ...{
      times: new Float64Array(rows),
      untils: new Float64Array(rows),
      rows: 0,
      version: 0,
      scratch: scratchFor(rows),
    },
  }
}

/** Puts documents in, over what has the same id. */
export function put(documents: Documents, entries: readonly Entry[]): void {
  for (const entry of entries) {
    takeOut(documents, [entry.id])
    const row = roomForOne(documents)
    documents.rowOf.set(entry.id, row)
    documents.ids[row] = entry.id
    documents.there[row] = 1
    documents.times[row] = entry.time
    documents.untils[row] = entry.until
    putTexts(documents, entry, row)
    putValues(documents, entry, row)
  }
}

/** Takes documents out; ids that are not there do no harm. */
export function takeOut(documents: Documents, ids: readonly string[]): void {
  for (const id of ids) {
    const row = documents.rowOf.get(id)
    if (row === undefined) continue
    documents.version++
    documents.rowOf.delete(id)
    documents.ids[row] = ''
    documents.there[row] = 0
  }
  const gaps = documents.rows - documents.rowOf.size
  if (gaps > KEPT_GAPS + documents.rowOf.size / 2) closeGaps(documents)
}

function putTexts({ terms, keys, termsWith, latin }: Documents, { texts, keys: own }: Entry, row: number) {
  texts.forEach((text, field) => {
    if (text === '') return
    eachTerm(keyOf(text), (term) => {
      let posting = terms.get(term)
      if (posting === undefined) {
        posting = createPosting()
        terms.set(term, posting)
        noteTerm(termsWith, latin, term)
      }
      post(posting, row, 1 << field)
    })
  })
  for (const [key, field] of own) {
    let posting = keys.get(key)
    if (posting === undefined) {
      posting = createPosting()
      keys.set(key, posting)
    }
    post(posting, row, 1 << field)
  }
}

function noteTerm(termsWith: Documents['termsWith'], latin: string[], term: Term) {
  if (typeof term === 'string' && isLatin(term)) latin.push(term)
  else for (const letter of new Set(lettersOf(term))) noteLetter(termsWith, letter, term)
}

function noteLetter(termsWith: Documents['termsWith'], letter: string, term: Term) {
  const terms = termsWith.get(letter)
  if (terms) terms.push(term)
  else termsWith.set(letter, [term])
}

export function isLatin(term: string): boolean {
  return /^[a-z0-9]/.test(term)
}

function putValues(documents: Documents, { values }: Entry, row: number) {
  const numbers = values.flatMap((names, column) =>
    Array.from(new Set(names), (name) => numberIn(documents, column, name)),
  )
  const start = documents.starts[row]!
  if (start + numbers.length > documents.values.length) {
    const larger = new Uint16Array((start + numbers.length) * 2)
    larger.set(documents.values.subarray(0, start))
    documents.values = larger
  }
  documents.values.set(numbers, start)
  documents.starts[row + 1] = start + numbers.length
}

function numberIn({ numberOf, columnOf }: Documents, column: number, name: string): number {
  const numbers = numberOf[column]!
  let number = numbers.get(name)
  if (number === undefined) {
    number = columnOf.length
    if (number > 0xffff) throw new RangeError('More than 65,536 values')
    numbers.set(name, number)
    columnOf.push(column)
  }
  return number
}

function roomForOne(documents: Documents): number {
  documents.version++
  if (documents.rows === MOST_ROWS) throw new RangeError(`More than ${MOST_ROWS} documents`)
  const row = documents.rows++
  if (row >= documents.times.length) grow(documents, row * 2)
  return row
}

function grow(documents: Documents, rows: number) {
  const starts = new Uint32Array(rows + 1)
  starts.set(documents.starts)
  const times = new Float64Array(rows)
  times.set(documents.times)
  const untils = new Float64Array(rows)
  untils.set(documents.untils)
  const there = new Uint8Array(rows)
  there.set(documents.there)
  Object.assign(documents, { starts, times, untils, there, scratch: scratchFor(rows) })
}

function scratchFor(rows: number): Scratch {
  const [total, word] = [new Float32Array(rows), new Float32Array(rows)]
  return {
    total,
    word,
    matched: new Uint8Array(rows),
    touched: new Uint32Array(rows),
    why: [],
    found: new Uint32Array(rows),
  }
}

function heaviestOf({ weights }: Shape): Float32Array {
  return Float32Array.from({ length: 256 }, (_, fields) =>
    weights.reduce((most, weight, field) => (fields & (1 << field) ? Math.max(most, weight) : most), 0),
  )
}

/** Rows that are left move up; their order stays. */
function closeGaps(documents: Documents) {
  const { ids, there, starts, values, times, untils } = documents
  const numbers = new Int32Array(documents.rows).fill(-1)
  let kept = 0
  for (let row = 0; row < documents.rows; row++) {
    if (there[row] === 0) continue
    numbers[row] = kept
    ids[kept] = ids[row]!
    there[kept] = 1
    documents.rowOf.set(ids[kept]!, kept)
    times[kept] = times[row]!
    untils[kept] = untils[row]!
    const [from, end] = [starts[row]!, starts[row + 1]!]
    values.copyWithin(starts[kept]!, from, end)
    starts[kept + 1] = starts[kept]! + end - from
    kept++
  }
  ids.length = kept
  there.fill(0, kept)
  documents.rows = kept
  for (const posting of documents.terms.values()) renumber(posting, numbers)
  for (const posting of documents.keys.values()) renumber(posting, numbers)
}
