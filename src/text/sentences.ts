export type Part = { start: number; end: number; text: string }

const SENTENCE = /[^。．！？!?\n\r♪☆★●■◆・…‥]+/gu
const CLAUSE = /[^、，,;；：:「」『』（）()]+/gu
/** Spoken Japanese goes on with these instead of stopping; a dictated text has no other mark. */
const JOINT =
  /(?<=けど|けれども|けれど|ですが|ますが|んだが|やけど|だけど|じゃけど|ですし|ますし|ないし|んし|るし|のに|ないので|たので|るので)(?=[^\s])/gu

/** The sentences of a text, each with its place in it; nothing but space and signs gives none. */
export function sentences(text: string): Part[] {
  return partsOf(text, SENTENCE, 0)
}

/** The clauses of a text: sentences parted again at commas, brackets and joints of speech (「…けど」「…ので」「…し」). */
export function clauses(text: string): Part[] {
  return sentences(text).flatMap((sentence) =>
    partsOf(sentence.text, CLAUSE, sentence.start).flatMap((clause) => joints(clause)),
  )
}

function joints(clause: Part): Part[] {
  const found: Part[] = []
  let start = clause.start
  for (const text of clause.text.split(JOINT)) {
    pushTrimmed(found, text, start)
    start += text.length
  }
  return found
}

function partsOf(text: string, pattern: RegExp, offset: number): Part[] {
  const found: Part[] = []
  for (const match of text.matchAll(pattern)) pushTrimmed(found, match[0], offset + match.index)
  return found
}

function pushTrimmed(parts: Part[], text: string, start: number): void {
  const trimmed = text.trim()
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return
  const from = start + text.indexOf(trimmed)
  parts.push({ start: from, end: from + trimmed.length, text: trimmed })
}
