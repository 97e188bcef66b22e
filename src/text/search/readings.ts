import { keyOf } from './key.ts'

/** How words are read: written form → reading, both in the spelling of `keyOf`. */
export type Readings = {
  /** How something is written that was typed as it is spoken: げんかかんり → 原価管理; [] when nothing is known. */
  readonly writtenAs: (key: string) => string[]
  /** How something written is spoken: 提灯 → ちょうちん; null where a part is not known. */
  readonly spokenAs: (key: string) => string | null
}

const KANA = /^[ぁ-ゖー]+$/
const PARTS = /[ぁ-ゖー]+|[\p{L}\p{N}]+?(?=[ぁ-ゖー]|[^\p{L}\p{N}]|$)|[^\p{L}\p{N}]+/gu
/** A kanji is read with one to four kana, seldom more. */
const LONGEST = 5
/** Where words begin and end inside a longer name. */
const BETWEEN = /[・、／()（）「」\s]+|の|と|や|を/
const MOST_FORMS = 24
const LONGEST_TYPED = 24

/**
 * The parts of a name with how each is read, where that follows from the name and its reading: 手作業の原価管理 and
 * てさぎょうのげんかかんり give 手作業 = てさぎょう and 原価管理 = げんかかんり; [] where several divisions fit.
 */
export function readingsWithin(name: string, reading: string): [written: string, spoken: string][] {
  const parts = keyOf(name).match(PARTS) ?? []
  const spoken = keyOf(reading)
  const pattern = (lazy: string) =>
    new RegExp(
      `^${parts.map((part) => (KANA.test(part) ? part : isMark(part) ? escaped(part) : `(.{1,${part.length * LONGEST}}${lazy})`)).join('')}$`,
    )
  const [short, long] = [pattern('?').exec(spoken), pattern('').exec(spoken)]
  if (!short || !long || short.join('|') !== long.join('|')) return []
  let group = 0
  return parts.flatMap((part): [string, string][] => (KANA.test(part) || isMark(part) ? [] : [[part, short[++group]!]]))
}

function isMark(part: string): boolean {
  return !/[\p{L}\p{N}]/u.test(part)
}

function escaped(part: string): string {
  return part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

/**
 * Collects readings from names with their readings. Where one half of a word is known, the other half follows (原価管理 and
 * 管理 give 原価). Words of one kanji answer only when nothing else was typed.
 */
export function createReadings(names: Iterable<readonly [name: string, reading: string]>): Readings {
  const spoken = new Map<string, string>()
  const learn = (written: string, reading: string) => {
    if (!spoken.has(written) && !KANA.test(written) && KANA.test(reading)) spoken.set(written, reading)
  }
  for (const [name, reading] of names) {
    const [written, said] = [keyOf(name), keyOf(reading)]
    if (!BETWEEN.test(written)) learn(written, said)
    for (const [part, read] of readingsWithin(name, reading)) learn(part, read)
  }
  for (let round = 0; round < 2; round++)
    for (const [written, read] of [...spoken]) learnHalves(written, read, spoken, learn)
  const written = new Map<string, string[]>()
  for (const [word, reading] of spoken) written.set(reading, [...(written.get(reading) ?? []), word])
  return {
    writtenAs: (key) => (KANA.test(key) && key.length <= LONGEST_TYPED ? formsOf(key, written) : []),
    spokenAs: (key) => spokenOf(key, spoken),
  }
}

function learnHalves(
  word: string,
  read: string,
  spoken: ReadonlyMap<string, string>,
  learn: (written: string, reading: string) => void,
) {
  for (let at = 2; at <= word.length - 2; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    const [first, last] = [spoken.get(head), spoken.get(tail)]
    if (first && read.startsWith(first) && read.length - first.length >= 2) learn(tail, read.slice(first.length))
    if (last && read.endsWith(last) && read.length - last.length >= 2) learn(head, read.slice(0, -last.length))
  }
}

/** Every way of putting written words in the place of parts, the longest parts first. */
function formsOf(key: string, written: ReadonlyMap<string, readonly string[]>): string[] {
  const forms = new Set<string>()
  const go = (at: number, built: string) => {
    if (forms.size >= MOST_FORMS) return
    if (at === key.length) {
      if (built !== key) forms.add(built)
      return
    }
    for (let end = key.length; end > at + 1; end--) {
      for (const word of written.get(key.slice(at, end)) ?? [])
        if (word.length > 1 || end - at === key.length) go(end, built + word)
    }
    go(at + 1, built + key[at])
  }
  go(0, '')
  return [...forms]
}

function spokenOf(key: string, spoken: ReadonlyMap<string, string>): string | null {
  if (KANA.test(key)) return null
  let read = ''
  for (let at = 0; at < key.length; ) {
    let end = key.length
    while (end > at && !spoken.has(key.slice(at, end))) end--
    if (end > at) {
      read += spoken.get(key.slice(at, end))
      at = end
    } else if (KANA.test(key[at]!)) read += key[at++]
    else return null
  }
  return read
}
