import { createHash } from 'node:crypto'
import { pdflibAddPlaceholder } from '@signpdf/placeholder-pdf-lib'
import { PDFDocument } from 'pdf-lib'
import { type SealKey, signDetached } from './cms.ts'
import { subjectOf } from './key.ts'

export type SealOptions = {
  /** The moment written into the signature dictionary, milliseconds since 1970; whole seconds are kept. */
  readonly at: number
  /** Why it is sealed, as a reader shows it. */
  readonly reason?: string
}

/** Room for the signature in bytes: a chain of several RSA certificates with full names takes about half of it. */
const ROOM = 12_288
const SUBFILTER = 'ETSI.CAdES.detached'
const RANGE_PLACEHOLDER = '**********'

/**
 * The PDF with an invisible seal over every byte of it: PAdES baseline B-B (ETSI EN 319 142-1). The time stands in /M of
 * the signature dictionary, as PAdES wants, and not among the signed attributes.
 */
export async function sealPdf(pdf: Uint8Array, sealKey: SealKey, options: SealOptions): Promise<Uint8Array> {
  const bytes = await withPlaceholder(pdf, sealKey, options)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rangeAt = text.lastIndexOf('/ByteRange [')
  const rangeEnd = text.indexOf(']', rangeAt) + 1
  const start = text.indexOf('<', text.indexOf('/Contents ', rangeEnd))
  const end = text.indexOf('>', start) + 1
  const range = `/ByteRange [0 ${start} ${end} ${bytes.length - end}]`
  bytes.set(Buffer.from(range.padEnd(rangeEnd - rangeAt)), rangeAt)
  const digest = createHash('sha256').update(bytes.subarray(0, start)).update(bytes.subarray(end)).digest()
  const hex = Buffer.from(signDetached(digest, sealKey)).toString('hex')
  if (hex.length > end - start - 2) throw new Error('The certificates are too long for the place of the signature')
  bytes.set(Buffer.from(hex.padEnd(end - start - 2, '0')), start + 1)
  return bytes
}

async function withPlaceholder(pdf: Uint8Array, sealKey: SealKey, options: SealOptions): Promise<Uint8Array> {
  const pdfDoc = await PDFDocument.load(pdf, { updateMetadata: false })
  pdflibAddPlaceholder({
    pdfDoc,
    reason: pdfText(options.reason ?? ''),
    contactInfo: '',
    name: pdfText(subjectOf(sealKey.chain[0]!)),
    location: '',
    signingTime: new Date(options.at),
    signatureLength: ROOM * 2,
    byteRangePlaceholder: RANGE_PLACEHOLDER,
    subFilter: SUBFILTER,
  })
  return pdfDoc.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}

/** A PDF text string (ISO 32000-1, 7.9.2.2): UTF-16BE in octal escapes, so that no character needs care. */
function pdfText(text: string): string {
  if (text === '') return ''
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))]
  return units
    .flatMap((unit) => [unit >> 8, unit & 0xff].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`))
    .join('')
}
