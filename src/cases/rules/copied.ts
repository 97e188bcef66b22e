/** So long a run of the same letters is no accident. */
const RUN = 16
/** A sentence that is short may well be anybody's. */
const SENTENCE = 12

/**
 * The sentences of a text that lead to a posting everybody can read, because they stand in it word for word: whoever looks
 * for them finds the company.
 */
export function copiedIn(text: string, posted: readonly string[]): string[] {
  const there = posted.map(bare).join('\n')
  const sentences = text
    .split(/(?<=[。！？])|\n/)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
  return [...new Set(sentences.filter((sentence) => isCopied(bare(sentence), there)))]
}

function isCopied(sentence: string, there: string): boolean {
  if (sentence.length >= SENTENCE && there.includes(sentence)) return true
  for (let at = 0; at + RUN <= sentence.length; at++) if (there.includes(sentence.slice(at, at + RUN))) return true
  return false
}

/** Without what is easily changed: spaces and marks. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s、。，．,.・「」『』（）()：:！？!?]/g, '')
}
