import { fold } from '../normalise.ts'
import { keyOf } from './key.ts'

/** Words that are there, for whoever typed one that is not. */
export type Vocabulary = {
  /** Notes the words of a text. */
  readonly add: (text: string) => void
  /** The words one mistake away, those that come most often first: one letter wrong, missing, too many, or two exchanged. */
  readonly near: (key: string, limit?: number) => string[]
}

/** Katakana, kanji and Latin words stand out of running text without a dictionary. */
const WORDS = /[ァ-ヺー]{3,}|[一-龠々]{3,}|[a-z0-9]{4,}/g
const MOST_WORDS = 300_000
const SHORTEST = 3

type Known = { count: number }

export function createVocabulary(): Vocabulary {
  /** By the spelling of `keyOf`. */
  const known = new Map<string, Known>()
  /** By how they were written, so that a spelling is made once. */
  const written = new Map<string, Known>()
  const byLength = new Map<number, string[]>()
  /** As they are written: トレーサビリティ, not とれーさびりてぃ. */
  const spellings = new Map<string, string>()
  const note = (as: string) => {
    const before = written.get(as)
    if (before) {
      before.count++
      return
    }
    const word = keyOf(as)
    let one = known.get(word)
    if (one === undefined) {
      if (known.size >= MOST_WORDS) return
      one = { count: 0 }
      known.set(word, one)
      if (as !== word) spellings.set(word, as)
      const alike = byLength.get(word.length)
      if (alike) alike.push(word)
      else byLength.set(word.length, [word])
    }
    one.count++
    if (written.size < MOST_WORDS) written.set(as, one)
  }
  return {
    add: (text) => {
      for (const [word] of fold(text).matchAll(WORDS)) note(word)
    },
    near: (key, limit = 3) => {
      if (key.length < SHORTEST) return []
      return [key.length - 1, key.length, key.length + 1]
        .flatMap((length) =>
          (byLength.get(length) ?? []).filter((word) => word.length >= SHORTEST && isOneAway(key, word)),
        )
        .sort((a, b) => known.get(b)!.count - known.get(a)!.count || (a < b ? -1 : 1))
        .slice(0, limit)
        .map((word) => spellings.get(word) ?? word)
    },
  }
}

/** Is one mistake enough to make one word of the other? */
export function isOneAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
