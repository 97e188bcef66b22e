import type { Field } from '../../text/bm25.ts'
import type { TermWeights } from '../../text/terms.ts'

/** Found with `bench/weights.ts` (a phrase taken out of the index should find its code again) and the open half of `bench:worries`. */
export type Weighing = {
  terms: TermWeights
  fields: readonly Field[]
  /** Saturation of both indexes. */
  k1: number
  /** How much the one best passage of a code counts beside all its text. */
  best: number
  /** How much the best passages of further sentences count beside that. */
  further: number
  /** By kind of passage: a phrase is what an owner says, a definition what an expert says. */
  passage: { phrase: number; label: number; definition: number; task: number }
  /** Correction for the length of a passage. */
  passageB: number
  /** What was learned from labelled worries: how much each standard deviation of the separation counts, and each nat of the network. */
  separation: number
  network: 1
}

export const WEIGHING: Weighing = {
  terms: { bigram: 0.4, kanaPair: 0.05, word: 1.2, kanji: 0.8, concept: 1.9, meaning: 0.5 },
  fields: [
    { name: 'phrases', weight: 0.8, b: 0.5 },
    { name: 'synonyms', weight: 3, b: 0.4 },
    { name: 'name', weight: 3, b: 0.2 },
    { name: 'definition', weight: 1.8, b: 0.4 },
    { name: 'tasks', weight: 0.2, b: 0.6 },
    { name: 'group', weight: 0.3, b: 0.2 },
    { name: 'clues', weight: 0.6, b: 0.75 },
  ],
  k1: 2.6,
  best: 0.5,
  further: 0.35,
  passage: { phrase: 1, label: 1.9, definition: 1.2, task: 0.35 },
  passageB: 0.25,
  separation: 0.5,
  network: 1,
}
