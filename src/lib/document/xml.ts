import { NotRead } from './kinds.ts'
import { type Entry, unpackedFrom } from './zip.ts'

const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * A file of an archive as XML.
 * @throws NotRead when it brings entities of its own
 */
export function xmlIn(bytes: Uint8Array, entry: Entry): string {
  const xml = textOf(unpackedFrom(bytes, entry))
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new NotRead('broken')
  return xml
}

/** In one of the two ways of writing that ECMA-376 allows. */
export function textOf(content: Uint8Array): string {
  const start = (content[0]! << 8) | content[1]!
  return new TextDecoder(start === 0xfffe ? 'utf-16le' : start === 0xfeff ? 'utf-16be' : 'utf-8').decode(content)
}

/** Text of XML as it is read; entities other than the five of the standard stay as they are. */
export function plainOf(text: string): string {
  return text.replace(ENTITY, plain)
}

function plain(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name) return NAMED[name.toLowerCase()] ?? whole
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
  return code === 10 || (code > 31 && code < 0x110000) ? String.fromCodePoint(code) : ' '
}
