import { bigrams } from '../../text/bigrams.ts'
import { fold } from '../../text/normalise.ts'

/** Of several sentences the one that shares most pairs of letters with what was said; the first of equals. */
export function nearestTo(said: string, texts: readonly string[]): string | undefined {
  const own = new Set(bigrams(fold(said)))
  const shared = (text: string) => bigrams(fold(text)).filter((bigram) => own.has(bigram)).length
  return [...texts].sort((a, b) => shared(b) - shared(a))[0]
}
