import { NotRead } from '../document/kinds.ts'
import { textOf } from '../document/xml.ts'
import { contentOf, directoryOf, type Entry, unpackedFrom } from '../document/zip.ts'
import { END } from '../zip.ts'
import { PROGRAM_ENDS } from './kinds.ts'

const TYPES = '[Content_Types].xml'
const KINDS = { 'word/document.xml': 'docx', 'xl/workbook.xml': 'xlsx' } as const
/** All files of an archive unpacked: more is a bomb, or nothing to send to somebody. */
const MOST_UNPACKED = 150_000_000
/** What may stand between two files of an archive: the sizes of the first, said again behind it. */
const BETWEEN = 24
const END_BYTES = 22

const PROGRAMS = /vbaproject|vbadata|\/activex\/|\/macrosheets\/|\/(?:ole)?object\d*\.bin$|^meta-inf\//i
const INSIDE = /\/embeddings\/[^/]+$/i
/** A chart keeps its figures in a file of its own. */
const FIGURES = /\.(?:xlsx|docx)$/i
const DANGEROUS_XML = /<!(?:DOCTYPE|ENTITY)|<ddeLink|<oleLink/i
/** What fields say, however it is cut into pieces, and those that fetch or start something when the file is opened. */
const FIELD = /<w:instrText[^>]*>([^<]*)<|\sw:instr\s*=\s*"([^"]*)"/g
const DANGEROUS_FIELD =
  /(?<![a-z])DDE(?:AUTO)?(?![a-z])|(?<![a-z])INCLUDE(?:TEXT|PICTURE)\s+(?:"|&quot;)?\s*(?:https?:|ftp:|\\\\)/i
const RELATION = /<[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gi
const HARMLESS = /Type\s*=\s*["'][^"']*\/(?:hyperlink|externalLinkPath)["']/i
const ABROAD = /Target\s*=\s*["'](?:https?:|ftp:|file:\/\/[^/]|\\\\|\/\/)/i

/**
 * Is it a Word document or an Excel workbook (ECMA-376) and nothing else? Every file in it is unpacked once: none may be a
 * program, hold another one, or point to something that opens by itself.
 * @throws NotRead when it is anything else
 */
export function checkedOffice(bytes: Uint8Array, depth = 0): 'docx' | 'xlsx' {
  const files = directoryOf(bytes)
  const kinds = Object.entries(KINDS).filter(([name]) => files.has(name))
  if (kinds.length !== 1 || !files.has(TYPES)) throw new NotRead('kind')
  isWhole(bytes, files)
  let unpacked = 0
  for (const [name, entry] of files) {
    unpacked += entry.size
    if (unpacked > MOST_UNPACKED) throw new NotRead('large')
    if (PROGRAMS.test(name) || PROGRAM_ENDS.test(name)) throw new NotRead('programs')
    checkFile(name, unpackedFrom(bytes, entry), depth)
  }
  return kinds[0]![1]
}

function checkFile(name: string, content: Uint8Array, depth: number): void {
  const head = Buffer.from(content.subarray(0, 4)).toString('latin1')
  if (head.startsWith('MZ') || head === '\x7fELF' || head.startsWith('#!')) throw new NotRead('programs')
  if (INSIDE.test(name)) {
    if (depth > 0 || !FIGURES.test(name)) throw new NotRead('programs')
    checkedOffice(content, depth + 1)
  } else if (/\.(?:xml|rels|vml)$/i.test(name)) {
    checkXml(name, content)
  } else if (head.startsWith('PK\u0003\u0004') || head.startsWith('%PDF')) {
    throw new NotRead('programs')
  }
}

function checkXml(name: string, content: Uint8Array): void {
  const xml = textOf(content)
  const fields = [...xml.matchAll(FIELD)].map(([, piece, whole]) => piece ?? ` ${whole} `).join('')
  if (DANGEROUS_XML.test(xml) || DANGEROUS_FIELD.test(fields)) throw new NotRead('programs')
  if (name === TYPES && /macroEnabled/i.test(xml)) throw new NotRead('programs')
  if (!name.endsWith('.rels')) return
  for (const [relation] of xml.matchAll(RELATION)) {
    const link = /\/hyperlink["']/i.test(relation)
    if (!HARMLESS.test(relation) || (!link && ABROAD.test(relation))) throw new NotRead('programs')
  }
}

/** Nothing before its files, between them or behind them: two programs would read two different things. */
function isWhole(bytes: Uint8Array, files: ReadonlyMap<string, Entry>): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - END_BYTES
  if (end < 0 || view.getUint32(end, true) !== END || view.getUint16(bytes.length - 2, true) !== 0)
    throw new NotRead('broken')
  let at = 0
  for (const { place, packed } of [...files.values()].sort((a, b) => a.place - b.place)) {
    if (place < at || place > at + (at === 0 ? 0 : BETWEEN)) throw new NotRead('broken')
    at = contentOf(bytes, place) + packed
  }
  const directory = view.getUint32(end + 16, true)
  if (directory < at || directory > at + BETWEEN || directory + view.getUint32(end + 12, true) !== end)
    throw new NotRead('broken')
}
