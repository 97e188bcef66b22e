import { textOf } from '../document/xml.ts'
import { directoryOf, packedFrom, unpackedFrom } from '../document/zip.ts'
import { readPicture } from '../picture.ts'
import { archiveOf, deflated } from '../zip.ts'

const RELATIONS = '_rels/.rels'
const TYPES = '[Content_Types].xml'
/** What tells of a document and is none of it: who wrote it where, with what, how it looked, which label a firm gave it. */
const ABOUT = /\/(?:core-properties|extended-properties|custom-properties|thumbnail|classificationlabels)["']/i
const ABOUT_FILES = /^(?:docProps|docMetadata)\/|\.psmdcp$/i
/** Forms of a firm's shelf. Pages that show what stands in them keep them. */
const SHELF = /^customXml\//i
const SHOWN_FROM_SHELF = /<w:dataBinding\b|<xm:|<Map\b|<connection\b/
const RELATION = /<(?:\w+:)?Relationship\s[^>]*>(?:\s*<\/(?:\w+:)?Relationship>)?/g
const OVERRIDE = /<(?:\w+:)?Override\s[^>]*>(?:\s*<\/(?:\w+:)?Override>)?/g

/** Names of people in comments, changes and lists of who worked on it; where it lay in somebody's folders. */
const AUTHORS =
  /(\s(?:w|w15):author=)(?:"([^"]*)"|'([^']*)')|(<author>)([^<]*)(?=<\/author>)|(\sdisplayName=)"([^"]*)"/g
const IDENTITIES = /(\s(?:w:initials|w15:userId|w15:providerId|userId|providerId|userName)=)(?:"[^"]*"|'[^']*')/g
const WITH_IDENTITIES =
  /^(?:word\/.*\.xml|xl\/(?:comments\d*|persons\/.*|workbook|threadedComments\/.*|revisions\/.*)\.xml)$/i
const WITH_PATH =
  /<mc:AlternateContent\b[^>]*>\s*<mc:Choice\b[^>]*>\s*<x15ac:absPath\b[^>]*\/>\s*<\/mc:Choice>\s*<\/mc:AlternateContent>|<x15ac:absPath\b[^>]*\/>/g
const PRINTER = /^xl\/printerSettings\/[^/]+$/i
const PICTURES = /\/media\/[^/]+\.(?:jpe?g|png|webp)$/i
const INSIDE = /\/embeddings\/[^/]+\.(?:xlsx|docx)$/i
const SIGNED = /^_xmlsignatures\//i
/** As Office writes it: when a file was kept is nobody's business. */
const DAY = '1980-01-01'

/**
 * A Word document or an Excel workbook that was found harmless, without what it tells of the people and the firm that made it:
 * its properties, the authors of comments and changes (who become 書いた人1, 書いた人2), printers and folders, and what cameras
 * noted in its pictures. What somebody signed stays as it is, or it would not be signed. Null: nothing of all this is in it.
 */
export function plainOffice(bytes: Uint8Array): Uint8Array | null {
  const files = directoryOf(bytes)
  if ([...files.keys()].some((name) => SIGNED.test(name))) return null
  const texts = (name: string) => textOf(unpackedFrom(bytes, files.get(name)!))
  const told = toldIn(files.has(RELATIONS) ? texts(RELATIONS) : '')
  const gone = new Set([...files.keys()].filter((name) => ABOUT_FILES.test(name) || told.has(name)))
  if (![...files.keys()].some((name) => canShowShelf(name) && SHOWN_FROM_SHELF.test(texts(name))))
    for (const name of files.keys()) if (SHELF.test(name)) gone.add(name)
  const authors = new Map<string, string>()
  const left = [...files].filter(([name]) => !gone.has(name))
  const kept = left.map(([name, entry]) => ({
    ...{ name, entry, plain: plainFile(name, () => unpackedFrom(bytes, entry), gone, authors) },
  }))
  if (gone.size === 0 && kept.every(({ plain }) => !plain)) return null
  const laid = kept.map(({ name, entry, plain }) =>
    plain ? deflated(name, plain) : { name, ...packedFrom(bytes, entry) },
  )
  return new Uint8Array(archiveOf(laid, DAY))
}

/** What relations of the whole document name as something about it. */
function toldIn(relations: string): ReadonlySet<string | undefined> {
  return new Set((relations.match(RELATION) ?? []).filter((relation) => ABOUT.test(relation)).map(targetIn))
}

const targetIn = (relation: string) => /\sTarget\s*=\s*["']\/?([^"']*)["']/.exec(relation)?.[1]
const canShowShelf = (name: string) =>
  /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$|^xl\/(?:xmlMaps|connections)\.xml$/i.test(name)

/** Null: as it was. */
function plainFile(
  name: string,
  content: () => Uint8Array,
  gone: ReadonlySet<string>,
  authors: Map<string, string>,
): Uint8Array | null {
  if (PICTURES.test(name)) return changed(content(), (old) => readPicture(old)?.content ?? old)
  if (INSIDE.test(name)) return plainOffice(content())
  if (PRINTER.test(name)) return changed(content(), withoutPrinter)
  if (name === TYPES)
    return rewritten(content(), (xml) => xml.replace(OVERRIDE, (one) => (namesGone(one, gone) ? '' : one)))
  if (name.endsWith('.rels'))
    return rewritten(content(), (xml) => xml.replace(RELATION, (one) => (leadsToGone(name, one, gone) ? '' : one)))
  return WITH_IDENTITIES.test(name) ? rewritten(content(), (xml) => withoutNames(xml, authors)) : null
}

function namesGone(override: string, gone: ReadonlySet<string>): boolean {
  return gone.has(/\sPartName\s*=\s*["']\/([^"']*)["']/.exec(override)?.[1] ?? '')
}

function leadsToGone(name: string, relation: string, gone: ReadonlySet<string>): boolean {
  const folder = name.replace(/_rels\/[^/]*$/, '')
  const target = /TargetMode\s*=\s*["']External/i.test(relation) ? undefined : targetIn(relation)
  return target !== undefined && (gone.has(target) || gone.has(new URL(target, `file:///${folder}`).pathname.slice(1)))
}

function withoutNames(xml: string, authors: Map<string, string>): string {
  const calledNow = (name: string) => {
    if (name !== '' && !authors.has(name)) authors.set(name, `書いた人${authors.size + 1}`)
    return authors.get(name) ?? ''
  }
  return xml
    .replace(WITH_PATH, '')
    .replace(AUTHORS, (_, attribute, one, other, element, inside, shown, shownName) =>
      element ? element + calledNow(inside) : `${attribute ?? shown}"${calledNow(one ?? other ?? shownName ?? '')}"`,
    )
    .replace(IDENTITIES, '$1""')
}

const DEVICE_BYTES = 64
const [SIZE_AT, EXTRA_AT] = [68, 70]

const NO_PRINTER = Buffer.from('<?xml version="1.0"?><plist version="1.0"><dict/></plist>')

/** Windows: the page without the printer's name and what its program keeps (DEVMODE); others: nothing. */
function withoutPrinter(old: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(old)
  const view = new DataView(bytes.buffer)
  const size = bytes.length > EXTRA_AT + 2 ? view.getUint16(SIZE_AT, true) : 0
  if (size <= EXTRA_AT || size > bytes.length) return NO_PRINTER
  bytes.fill(0, 0, DEVICE_BYTES)
  view.setUint16(EXTRA_AT, 0, true)
  return bytes.subarray(0, size)
}

function rewritten(content: Uint8Array, change: (xml: string) => string): Uint8Array | null {
  const old = textOf(content)
  const xml = change(old)
  return xml === old ? null : Buffer.from(xml.replace(/(<\?xml[^>]*encoding=["'])utf-16[lb]?e?/i, '$1UTF-8'))
}

function changed(old: Uint8Array, change: (old: Uint8Array) => Uint8Array): Uint8Array | null {
  const bytes = change(old)
  return Buffer.compare(bytes, old) === 0 ? null : bytes
}
