import { createHash } from 'node:crypto'
import { isIntact, readMessage } from './cms.ts'
import { subjectOf } from './key.ts'

export type SealCheck = {
  /** The seal is there once, untouched, and belongs to these very bytes. Says nothing about who `signer` is. */
  readonly valid: boolean
  /** The name on the certificate; anybody can write any name, so compare `fingerprint` with the known keys. */
  readonly signer: string | null
  /** SHA-256 of the signer's certificate, hexadecimal. */
  readonly fingerprint: string | null
  /** Milliseconds since 1970, as the sealing machine wrote it. */
  readonly signedAt: number | null
  readonly coversWholeFile: boolean
}

const NOTHING: SealCheck = { valid: false, signer: null, fingerprint: null, signedAt: null, coversWholeFile: false }

/** Checks the seal of sealPdf. Never throws: whatever is no such seal is not valid. */
export function verifySeal(pdf: Uint8Array): SealCheck {
  const place = placeOf(pdf)
  if (!place) return NOTHING
  const { start, end, length, dictionary } = place
  const coversWholeFile = end + length === pdf.length
  const message = readHex(pdf.subarray(start + 1, end - 1))
  const signedAt = timeOf(dictionary)
  if (!message) return { ...NOTHING, signedAt, coversWholeFile }
  try {
    const digest = createHash('sha256').update(pdf.subarray(0, start)).update(pdf.subarray(end)).digest()
    const certificate = readMessage(message).chain[0]!
    return {
      valid: coversWholeFile && isIntact(message, digest),
      signer: subjectOf(certificate),
      fingerprint: createHash('sha256').update(certificate).digest('hex'),
      signedAt,
      coversWholeFile,
    }
  } catch {
    return { ...NOTHING, signedAt, coversWholeFile }
  }
}

type Place = { start: number; end: number; length: number; dictionary: string }

/** Where the signature lies: exactly one byte range, and exactly the string of /Contents outside of it. */
function placeOf(pdf: Uint8Array): Place | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const ranges = [...text.matchAll(/\/ByteRange\s*\[\s*0 (\d{1,10}) (\d{1,10}) (\d{1,10})\s*\]/g)]
  const range = ranges[0]
  if (!range || ranges.length > 1) return null
  const [start, end, length] = [Number(range[1]), Number(range[2]), Number(range[3])]
  const isPlace = text[start] === '<' && text[end - 1] === '>' && text.slice(0, start).endsWith('/Contents ')
  if (!isPlace || range.index > start) return null
  const open = text.lastIndexOf(' obj', range.index)
  const close = text.indexOf('endobj', end)
  return { start, end, length, dictionary: text.slice(open, start) + text.slice(end, close) }
}

/** The DER message in front of its padding; null unless written exactly as sealPdf writes it. */
function readHex(bytes: Uint8Array): Uint8Array | null {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!/^30[89][0-9a-f]*$/.test(hex)) return null
  const lengthBytes = Number.parseInt(hex.slice(2, 4), 16) - 0x80
  const total = 2 + lengthBytes + Number.parseInt(hex.slice(4, 4 + lengthBytes * 2), 16)
  if (!(lengthBytes > 0 && lengthBytes <= 4 && total * 2 <= hex.length)) return null
  return /^0*$/.test(hex.slice(total * 2)) ? new Uint8Array(Buffer.from(hex.slice(0, total * 2), 'hex')) : null
}

function timeOf(dictionary: string): number | null {
  const match = /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(dictionary)
  if (!match) return null
  const [, year, month, day, hour, minute, second] = match
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(at) ? null : at
}
