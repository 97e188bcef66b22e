import { NotRead } from './kinds.ts'
import { plainOf, xmlIn } from './xml.ts'
import type { Entry } from './zip.ts'

const WORDS = 'word/document.xml'
/** Text, and what stands for white space between it. */
const PIECES = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br|cr)\b[^>]*>|<\/w:(?:p|tc)>/g

/**
 * The words of a Word document (ECMA-376, WordprocessingML), a line for each paragraph and cell. Nothing in it is followed:
 * no links, no other files, no entities of its own.
 */
export function wordsOfDocx(bytes: Uint8Array, files: ReadonlyMap<string, Entry>): string {
  const entry = files.get(WORDS)
  if (!entry) throw new NotRead('kind')
  let words = ''
  for (const [piece, text] of withoutTwins(xmlIn(bytes, entry)).matchAll(PIECES)) {
    words += text === undefined ? (piece.startsWith('<w:tab') ? '\t' : '\n') : plainOf(text)
  }
  return words
}

/** A text box stands twice: as new programs draw it and as old ones do. */
function withoutTwins(xml: string): string {
  return xml
    .split('<mc:Fallback')
    .map((part, at) => (at === 0 ? part : part.slice(Math.max(0, part.indexOf('</mc:Fallback>')))))
    .join('')
}
