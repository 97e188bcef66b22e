import { crc32, inflateRawSync } from 'node:zlib'
import { CENTRAL, DEFLATED, END, LOCAL } from '../zip.ts'
import { NotRead } from './kinds.ts'

const MOST_ENTRIES = 2000
/** Of one file: the words of a thousand pages are less. */
const MOST_UNPACKED = 30_000_000

/** Where a file of an archive lies, still packed. */
export type Entry = { method: number; crc: number; packed: number; size: number; place: number; locked: boolean }

/**
 * The files of an archive by name, from its directory.
 * @throws NotRead when it is no whole archive, or holds more files than a text does
 */
export function directoryOf(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES) throw new NotRead('large')
  const files = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new NotRead('broken')
    const named = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + named))
    // Of two files of one name, programs take different ones.
    if (files.has(name)) throw new NotRead('broken')
    files.set(name, {
      locked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      place: view.getUint32(at + 42, true),
    })
    at += 46 + named + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return files
}

/** One file unpacked: never more than the directory says, and that is never much. */
export function unpackedFrom(bytes: Uint8Array, entry: Entry): Uint8Array {
  if (entry.locked) throw new NotRead('locked')
  if (entry.size > MOST_UNPACKED) throw new NotRead('large')
  const { method, crc, size, content } = packedFrom(bytes, entry)
  const whole = method === DEFLATED ? inflated(content, size) : content
  if (whole.length !== size || crc32(whole) !== crc) throw new NotRead('broken')
  return whole
}

/** One file as it lies there. */
export function packedFrom(bytes: Uint8Array, { method, crc, packed, size, place }: Entry) {
  const from = contentOf(bytes, place)
  return { method, crc, size, content: bytes.subarray(from, from + packed) }
}

/** Where the packed bytes of the file begin that lies at `place`. */
export function contentOf(bytes: Uint8Array, place: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (place + 30 > bytes.length || view.getUint32(place, true) !== LOCAL) throw new NotRead('broken')
  return place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true)
}

function inflated(content: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, size) })
  } catch {
    throw new NotRead('broken')
  }
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--) {
    if (view.getUint32(at, true) === END) return at
  }
  throw new NotRead('broken')
}
