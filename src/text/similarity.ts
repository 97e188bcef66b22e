import { type Bm25, createBm25, type Hit } from './bm25.ts'
import { fold } from './normalise.ts'
import { queryOf, SIMILARITY, termsOf } from './terms.ts'

/** Longer texts say nothing new; the cut keeps any input fast. */
const LONGEST = 20_000

export type Similarity = {
  /** The texts most like this one, best first, only those with something in common. */
  like: (text: string, limit: number) => Hit[]
  /** One score a text, 0 for nothing in common; comparable within one call only. */
  scores: (text: string) => Float32Array
}

/** Compares free texts with a fixed set of texts: content words, bigrams and kanji, weighted, by BM25. */
export function createSimilarity(texts: readonly string[]): Similarity {
  const index: Bm25 = createBm25(
    [{ name: 'text', weight: 1, b: 0.75 }],
    texts.map((text) => [termsOf(fold(text.slice(0, LONGEST)), SIMILARITY).map(({ term }) => term)]),
    2,
  )
  const query = (text: string) => queryOf(termsOf(fold(text.slice(0, LONGEST)), SIMILARITY))
  return {
    like: (text, limit) => index.search(query(text), limit),
    scores: (text) => {
      const scores = new Float32Array(texts.length)
      index.addScores(query(text), scores)
      return scores
    },
  }
}
