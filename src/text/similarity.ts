import { best, createBm25, type Hit } from './bm25.ts'
import { fold } from './normalise.ts'
import { learnSpace } from './space.ts'
import { queryOf, SIMILARITY, termsOf } from './terms.ts'
import { cosine } from './vector.ts'

/** Longer texts say nothing new; the cut keeps any input fast. */
const LONGEST = 20_000
/** How much nearness in the learned space counts beside common words (both from 0 to 1); chosen by `bench/text.ts`. */
const SPACE = 2
/** How much nearness of what the texts are about counts beside that; likewise. */
const ABOUT = 0.7

/** What a text is about: weights above 0 by name. */
export type About = ReadonlyMap<string, number>

export type Similarity = {
  /** The texts most like this one, best first, only those with something in common. */
  like: (text: string, limit: number) => Hit[]
  /** One score a text, 0 for nothing in common; comparable within one call only. */
  scores: (text: string) => Float32Array
}

/**
 * Compares free texts with a fixed set of texts: BM25 over content words, bigrams and kanji, which finds the same words, and
 * a space learned on the set, which finds other words for the same work; and, where `aboutOf` can tell, over what the texts are
 * about. Making it takes seconds for thousands of texts.
 */
export function createSimilarity(texts: readonly string[], aboutOf?: (text: string) => About): Similarity {
  const termsIn = (text: string) => termsOf(fold(text.slice(0, LONGEST)), SIMILARITY)
  const index = createBm25(
    [{ name: 'text', weight: 1, b: 0.75 }],
    texts.map((text) => [termsIn(text).map(({ term }) => term)]),
    2,
  )
  const space = learnSpace(texts)
  const vectors = texts.map((text) => space.vector(text))
  const about = aboutOf && ((text: string) => ofLengthOne(aboutOf(text.slice(0, LONGEST))))
  const abouts = about && texts.map(about)
  const scores = (text: string) => {
    const found = new Float32Array(texts.length)
    index.addScores(queryOf(termsIn(text)), found)
    const highest = found.reduce((a, b) => Math.max(a, b), 0)
    if (highest === 0) return found
    const vector = space.vector(text)
    const own = about?.(text)
    return found.map((score, row) => {
      const near = score / highest + SPACE * cosine(vector, vectors[row]!)
      return Math.max(0, own && abouts ? near + ABOUT * product(own, abouts[row]!) : near)
    })
  }
  return { like: (text, limit) => best(scores(text), limit), scores }
}

function ofLengthOne(about: About): About {
  const length = Math.hypot(...about.values()) || 1
  return new Map([...about].map(([name, weight]) => [name, weight / length]))
}

function product(one: About, other: About): number {
  let sum = 0
  for (const [name, weight] of one) sum += weight * (other.get(name) ?? 0)
  return sum
}
