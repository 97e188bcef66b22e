import { fold, hiragana } from '../normalise.ts'

/** The spelling in which texts and words are compared: as `fold`, and katakana is hiragana (チラシ = ちらし). */
export function keyOf(text: string): string {
  return hiragana(fold(text))
}
