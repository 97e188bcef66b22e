import { eachBigram } from '../bigrams.ts'

/** Two letters as one number, 16 bits each, which is found faster than a string; a Latin word, or one letter alone, as it is. */
export type Term = string | number

const [UNKNOWN, NONE, LATIN, LETTER, NUMBER, HALF] = [0, 1, 2, 3, 4, 5]
/** By 16 bits of text, written down when first met. */
const kinds = new Uint8Array(0x10000)

/** Calls `visit` with every term of a text in the spelling of `keyOf`: the bigrams of {@link eachBigram}, in the same order. */
export function eachTerm(key: string, visit: (term: Term) => void): void {
  for (let from = 0; from < key.length; ) {
    const kind = kindOf(key.charCodeAt(from))
    const end = kind === NONE ? from + 1 : runEnd(key, from, kind)
    // Letters of two halves are seldom, and go the long way.
    if (kind === HALF || (end < key.length && kindOf(key.charCodeAt(end)) === HALF)) {
      eachBigram(key.slice(from), (bigram) => visit(termOf(bigram)))
      return
    }
    if (kind !== NONE) visitRun(key, from, end, visit)
    from = end
  }
}

/** A bigram as it is looked up. */
export function termOf(bigram: string): Term {
  return bigram.length === 2 && bigram.charCodeAt(0) >= 0x80 ? pairOf(bigram, 0) : bigram
}

/** The letters of a term. */
export function lettersOf(term: Term): string {
  return typeof term === 'string' ? term : String.fromCharCode(term >>> 16, term & 0xffff)
}

function visitRun(key: string, from: number, end: number, visit: (term: Term) => void) {
  if (end - from === 1 || key.charCodeAt(from) < 0x80) visit(key.slice(from, end))
  else for (let at = from; at + 1 < end; at++) visit(pairOf(key, at))
}

function pairOf(key: string, at: number): number {
  return (key.charCodeAt(at) << 16) | key.charCodeAt(at + 1)
}

function runEnd(key: string, from: number, kind: number): number {
  let end = from + 1
  while (end < key.length && (kindOf(key.charCodeAt(end)) === kind || (kind === NUMBER && isDigit(key, end)))) end++
  return end
}

function isDigit(key: string, at: number): boolean {
  const code = key.charCodeAt(at)
  return code >= 0x30 && code <= 0x39
}

function kindOf(code: number): number {
  const known = kinds[code]!
  if (known !== UNKNOWN) return known
  const kind = kindOfLetter(code, String.fromCharCode(code))
  kinds[code] = kind
  return kind
}

function kindOfLetter(code: number, letter: string): number {
  if (/[a-z0-9]/.test(letter)) return LATIN
  if (/\p{L}/u.test(letter)) return LETTER
  if (/\p{N}/u.test(letter)) return NUMBER
  return code >= 0xd800 && code <= 0xdfff ? HALF : NONE
}
