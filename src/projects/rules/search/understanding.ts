import { classify, jobCodes } from '../../../jobcodes/rules/standard.ts'
import { fold } from '../../../text/normalise.ts'
import type { Asked } from '../../../text/search/ask.ts'
import { keyOf } from '../../../text/search/key.ts'
import type { Meaning } from '../../../text/search/meaning.ts'
import { words as contentWords } from '../../../text/words.ts'
import { codeKey, industryKey, placeKey } from './entry.ts'
import { sameWords, wordLore } from './words.ts'

/** How a word leads to what is found. */
export type Because =
  | { readonly kind: 'said'; readonly as: string }
  /** Typed as it is spoken, or the other way round. */
  | { readonly kind: 'read'; readonly as: string }
  /** Another word for the same. */
  | { readonly kind: 'same'; readonly as: string }
  /** A job code that is called so, or (`guessed`) that deals with what was said. */
  | { readonly kind: 'code'; readonly code: string; readonly guessed: boolean }
  | { readonly kind: 'place'; readonly name: string }
  | { readonly kind: 'industry'; readonly name: string }

export type ToldMeaning = Meaning & { readonly because: Because }

export type Understood = {
  /** As it was typed. */
  readonly word: string
  readonly meanings: readonly ToldMeaning[]
  /** It was taken for this word, which is one letter away. */
  readonly takenFor: string | null
}

/** What the search holds: asked of it while words are understood. */
export type Holdings = {
  /** How many of the projects that are looked through have it. */
  readonly countOf: (meaning: Meaning) => number
  /** Does any have it, also of those that are over? */
  readonly has: (meaning: Meaning) => boolean
  /** Words that are there, one mistake away from this one. */
  readonly near: (key: string) => readonly string[]
}

export const MOST_WORDS = 6
const FEW = 10
/** Of what the classifier finds, what is nearly as likely as the first. */
const LIKELY = 0.5
const MOST_GUESSED = 4
/** What a word has in common with a code by chance stays below this. */
const SURE = 2

/** The words of a question, each with all that it may mean. A word that stands nowhere is taken apart or for its neighbour. */
export function understand(typed: string, holdings: Holdings): Understood[] {
  const parts = fold(typed)
    .split(/[\s、,。]+/)
    .filter(Boolean)
  return parts
    .slice(0, MOST_WORDS)
    .flatMap((word) => understandWord(word, holdings))
    .slice(0, MOST_WORDS)
}

/** The same as the library asks for it. */
export function asked(understood: readonly Understood[]): Asked[] {
  return understood.map(({ meanings }) => ({ meanings, needed: true }))
}

function understandWord(word: string, holdings: Holdings): Understood[] {
  const meanings = meaningsOf(word)
  const isFew = meanings.reduce((sum, meaning) => sum + holdings.countOf(meaning), 0) < FEW
  const guessed = isFew && !isPlace(word) ? guessedCodes(word) : []
  if (meanings.some(holdings.has)) return [{ word, meanings: [...meanings, ...guessed], takenFor: null }]
  const [near, ...others] = holdings.near(keyOf(word))
  if (near !== undefined) {
    const instead = [near, ...others].flatMap((other) =>
      meaningsOf(other).map((one) => ({ ...one, weight: one.weight * 0.7 })),
    )
    return [{ word, meanings: [...instead, ...guessed], takenFor: near }]
  }
  if (guessed.some(holdings.has)) return [{ word, meanings: guessed, takenFor: null }]
  const inside = contentWords(fold(word)).filter((part) => part !== word)
  const known = inside.map((part) => ({ word: part, meanings: meaningsOf(part), takenFor: null }))
  const there = known.filter((part) => part.meanings.some(holdings.has))
  return there.length > 0 ? there : [{ word, meanings, takenFor: null }]
}

function isPlace(word: string): boolean {
  return wordLore().places.has(keyOf(word))
}

/** What a word means by itself, the word as it was typed first. */
export function meaningsOf(word: string): ToldMeaning[] {
  const { readings, places, industries } = wordLore()
  const key = keyOf(word)
  const phrase = (text: string, weight: number, kind: 'said' | 'read' | 'same'): ToldMeaning => ({
    ...{ phrase: keyOf(text), weight, because: { kind, as: text } },
  })
  const spoken = readings.spokenAs(key)
  const place = places.get(key)
  const trades = key.length < 2 ? [] : industries.filter(({ key: name }) => name.includes(key))
  return [
    phrase(word, 1, 'said'),
    ...(place
      ? [{ keys: place.places.map(placeKey), weight: 1.2, because: { kind: 'place', name: place.name } } as ToldMeaning]
      : []),
    ...readings.writtenAs(key).map((form) => phrase(form, 0.9, 'read')),
    ...(spoken === null || spoken.length < 3 ? [] : [phrase(spoken, 0.8, 'read')]),
    ...(key.length < 2 ? [] : codesCalled(key)),
    ...trades.map(({ id, name }): ToldMeaning => {
      return { keys: [industryKey(id)], weight: 0.8, because: { kind: 'industry', name } }
    }),
    ...sameWords(word).map((other) => phrase(other, 0.5, 'same')),
  ]
}

/** Job codes whose name, reading or synonym has the word. */
function codesCalled(key: string): ToldMeaning[] {
  const { codes, named, alike } = wordLore()
  const weights = new Map(alike.having(key).map((place) => [place, 0.6]))
  for (const place of named.having(key)) weights.set(place, 0.9)
  const places = [...weights].sort(([one], [other]) => one - other)
  return places.map(([place, weight]) => codeMeaning(codes[place]!, weight, false))
}

/** Job codes that deal with what was said, and those that the first of them says are next to it. */
export function guessedCodes(word: string): ToldMeaning[] {
  const found = classify(word, MOST_GUESSED)
  const best = found[0]
  if (!best || best.score < SURE) return []
  const likely = found.filter(({ score }) => score >= best.score * LIKELY)
  const near = neighbours(best.code).filter((code) => !likely.some((one) => one.code === code))
  return [
    ...likely.map(({ code, score }) => codeMeaning(code, 0.55 * (score / best.score), true)),
    ...near.map((code) => codeMeaning(code, 0.2, true)),
  ]
}

/** What the data of a code calls related, or names as where it ends: 「商品一つの原価は「製造原価計算」」. */
export function neighbours(code: string): string[] {
  const leaf = jobCodes().leaf(code)
  if (!leaf) return []
  const named = leaf.excludes.flatMap((line) => [...line.matchAll(/「([^」]+)」/g)].map(([, name]) => name))
  const called = jobCodes().places.flatMap((place) => (named.includes(place.leaf.name) ? [place.leaf.id] : []))
  return [...new Set([...called, ...leaf.related])]
}

function codeMeaning(code: string, weight: number, guessed: boolean): ToldMeaning {
  const keys = [
    codeKey(code),
    ...jobCodes()
      .recorded(code)
      .filter((one) => one !== code)
      .map(codeKey),
  ]
  return { keys, weight, because: { kind: 'code', code, guessed } }
}
