import { NotRead } from './kinds.ts'
import { directoryOf, unpackedFrom } from './zip.ts'

const WORDS = 'word/document.xml'
/** Text, and what stands for white space between it. */
const PIECES = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br|cr)\b[^>]*>|<\/w:(?:p|tc)>/g
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * The words of a Word document (ECMA-376, WordprocessingML), a line for each paragraph and cell. Nothing in it is followed:
 * no links, no other files, no entities of its own.
 */
export function wordsOfDocx(bytes: Uint8Array): string {
  const files = directoryOf(bytes)
  if ([...files.keys()].some((name) => /vbaproject/i.test(name))) throw new NotRead('programs')
  const entry = files.get(WORDS)
  if (!entry) throw new NotRead('kind')
  const xml = new TextDecoder().decode(unpackedFrom(bytes, entry))
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new NotRead('broken')
  let words = ''
  for (const [piece, text] of withoutTwins(xml).matchAll(PIECES)) {
    words += text === undefined ? (piece.startsWith('<w:tab') ? '\t' : '\n') : text.replace(ENTITY, plain)
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

function plain(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name) return NAMED[name.toLowerCase()] ?? whole
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
  return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : ' '
}
