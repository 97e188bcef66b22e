const RUN = /[a-z0-9]+|[^\P{L}a-z]+|[\p{N}]+/gu

/**
 * The character bigrams of a folded text, in order, with repetitions. A run of ASCII letters and digits stays whole
 * (so that EC is not found in TECH); a run of one Japanese character gives that character; punctuation and emoji part runs.
 */
export function bigrams(folded: string): string[] {
  const found: string[] = []
  eachBigram(folded, (bigram) => found.push(bigram))
  return found
}

/** Calls `visit` with every bigram of a folded text and where it starts; see {@link bigrams}. */
export function eachBigram(folded: string, visit: (bigram: string, start: number) => void): void {
  eachBigramPlace(folded, (start, end) => visit(folded.slice(start, end), start))
}

/** The same with start and end in the text. */
export function eachBigramPlace(folded: string, visit: (start: number, end: number) => void): void {
  for (const { 0: run, index } of folded.matchAll(RUN)) {
    if (run.charCodeAt(0) < 0x80 || run.length < 2) visit(index, index + run.length)
    else for (let i = index; i + 1 < index + run.length; i++) visit(i, i + 2)
  }
}

/** A bigram of two hiragana is mostly grammar (「して」「から」), seldom a subject. */
export function isKanaPair(bigram: string): boolean {
  return bigram.length === 2 && isHiragana(bigram.charCodeAt(0)) && isHiragana(bigram.charCodeAt(1))
}

export function isHiragana(code: number): boolean {
  return code >= 0x3041 && code <= 0x309f
}
