import { bigrams } from '../bigrams.ts'
import { type Documents, isLatin } from './documents.ts'
import { termOf } from './letters.ts'
import { type Found, inAll, inAny, NOTHING } from './postings.ts'

/** Something a word may mean: letters that stand in a text (in the spelling of `keyOf`), or what a document has. */
export type Meaning = ({ readonly phrase: string } | { readonly keys: readonly string[] }) & {
  /** How much it counts beside the word as it was typed, which counts 1. */
  readonly weight: number
}

/** From so many letters on the beginning of a Latin word is enough. */
const BEGINNING = 3

/**
 * The rows in which a meaning is found, with the fields. A phrase is found where all its pairs of letters stand in one field:
 * they need not stand beside each other, which in running text makes no difference to speak of.
 */
export function rowsOf(documents: Documents, meaning: Meaning): Found {
  const before = remembered.get(meaning)
  if (before?.documents === documents && before.version === documents.version) return before.found
  const found = find(documents, meaning)
  remembered.set(meaning, { documents, version: documents.version, found })
  return found
}

/** While one question is understood and answered, the same meaning is asked for several times. */
const remembered = new WeakMap<Meaning, { documents: Documents; version: number; found: Found }>()

function find(documents: Documents, meaning: Meaning): Found {
  if ('keys' in meaning) return inAny(meaning.keys.flatMap((key) => documents.keys.get(key) ?? []))
  const parts = [...new Set(bigrams(meaning.phrase))]
  return parts.length === 0 ? NOTHING : inAll(parts.map((part) => rowsWith(documents, part)))
}

function rowsWith({ terms, termsWith, latin }: Documents, part: string): Found {
  const exact = terms.get(termOf(part))
  if (isLatin(part)) {
    if (exact || part.length < BEGINNING) return exact ?? NOTHING
    return inAny(latin.filter((term) => term.startsWith(part)).map((term) => terms.get(term)!))
  }
  if (part.length > 1) return exact ?? NOTHING
  return inAny((termsWith.get(part) ?? []).map((term) => terms.get(term)!))
}
