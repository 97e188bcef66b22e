import { constants, inflateSync } from 'node:zlib'
import { NotRead } from '../document/kinds.ts'
import { openedPdf, type Pdf, wordsOfPage } from '../document/pdf.ts'

const MOST_PAGES = 500
/** Of one packed part, and of all of them. */
const [MOST_OF_PART, MOST_UNPACKED] = [30_000_000, 200_000_000]
/** Behind the last mark of its end stands no more than a line's end or two. */
const MOST_BEHIND = 16

/** White space and comments of PDF (ISO 32000-1, 7.2). */
const GAP = '(?:[\\0\\t\\n\\f\\r ]|%[^\\r\\n]{0,200}[\\r\\n]){0,20}'
const ACTIONS = 'JavaScript|Launch|ImportData|SubmitForm|GoToE|Rendition|RichMediaExecute'
/** An action that runs or sends something, a film, a form that is a program, another file. */
const ACTIVE = [
  `/S${GAP}/(?:${ACTIONS})(?![A-Za-z])`,
  `\\bobj${GAP}/(?:JavaScript|Launch)(?![A-Za-z])`,
  `/Subtype${GAP}/(?:RichMedia|Movie|3D|Screen|FileAttachment)(?![A-Za-z])`,
  `/XFA${GAP}[\\[\\d<(]`,
  '/EmbeddedFiles?(?![A-Za-z])',
  `/EF${GAP}(?:<<|\\d)`,
].map((pattern) => new RegExp(pattern))
const LOCKED = new RegExp(`/Encrypt${GAP}(?:<<|\\d)`)

/**
 * Is it a PDF and nothing else, without a lock, a program or another file in it? Looked at twice: as the letters that stand in
 * it, whatever its own directory says, and as a reader opens it. Then the same without what tells of its makers; null where it
 * is to stay as it is.
 * @throws NotRead when it is anything else
 */
export async function checkedPdf(bytes: Uint8Array): Promise<Uint8Array | null> {
  isNothingElse(bytes)
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = raw.toString('latin1')
  if (LOCKED.test(named(text))) throw new NotRead('locked')
  lookAt(text)
  lookIntoParts(raw)
  const was = await openAndLook(bytes)
  const { plainPdf } = await import('./plain-pdf.ts')
  const plain = await plainPdf(bytes)
  // Two programs may take two things for the page: then nobody knows which one was meant.
  if (plain && (await openAndLook(plain)) !== was) throw new NotRead('broken')
  return plain
}

function lookAt(text: string): void {
  const words = named(text)
  if (ACTIVE.some((pattern) => pattern.test(words))) throw new NotRead('programs')
}

/** `/J#61vaScript` is another way to write a name. */
function named(text: string): string {
  return text.includes('#')
    ? text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}

/** Every packed part that can be unpacked, whether or not the directory knows it: objects may lie in any. */
function lookIntoParts(raw: Buffer): void {
  let unpacked = 0
  for (let at = raw.indexOf('stream'); at >= 0; at = raw.indexOf('stream', at + 6)) {
    let from = at + 6
    while (raw[from] === 0x0d || raw[from] === 0x0a) from++
    const head = ((raw[from] ?? 0) << 8) | (raw[from + 1] ?? 1)
    if ((head & 0x0f00) !== 0x0800 || head % 31 !== 0) continue
    const end = raw.indexOf('endstream', from)
    const part = inflated(raw.subarray(from, end < 0 ? raw.length : end))
    unpacked += part.length
    if (unpacked > MOST_UNPACKED) throw new NotRead('large')
    lookAt(part.toString('latin1'))
  }
}

function inflated(part: Buffer): Buffer {
  try {
    return inflateSync(part, { maxOutputLength: MOST_OF_PART, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new NotRead('large')
    return Buffer.alloc(0)
  }
}

/** How many pages, and the words of the first. */
async function openAndLook(bytes: Uint8Array): Promise<string> {
  // It takes over what it is given.
  const pdf = await openedPdf(bytes.slice())
  if (pdf.numPages > MOST_PAGES) throw new NotRead('large')
  if ((await pdf.getJSActions()) !== null || (await pdf.getAttachments()) !== null) throw new NotRead('programs')
  for (let page = 1; page <= pdf.numPages; page++) await lookAtPage(pdf, page)
  return `${pdf.numPages} ${await wordsOfPage(pdf, 1)}`
}

async function lookAtPage(pdf: Pdf, number: number): Promise<void> {
  const page = await pdf.getPage(number)
  const annotations: { actions?: unknown; attachment?: unknown; file?: unknown }[] = await page.getAnnotations()
  if ((await page.getJSActions()) !== null) throw new NotRead('programs')
  if (annotations.some(({ actions, attachment, file }) => actions || attachment || file)) throw new NotRead('programs')
  page.cleanup()
}

/** No archive hangs on its end, and nothing else does. */
function isNothingElse(bytes: Uint8Array): void {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = raw.lastIndexOf('%%EOF')
  if (end < 0) throw new NotRead('broken')
  const behind = raw.subarray(end + 5)
  if (behind.length > MOST_BEHIND || /[^\s\0]/.test(behind.toString('latin1'))) throw new NotRead('broken')
  const archive = raw.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (archive >= 0 && archive + 22 <= raw.length && archive + 22 + raw.readUInt16LE(archive + 20) === raw.length)
    throw new NotRead('broken')
}
