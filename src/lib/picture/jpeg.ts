/** Markers of ISO/IEC 10918-1 that a decoder needs to be told of. */
const [EOI, SOS, APP0, APP1, APP2, APP14, APP15, COM] = [0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe] as const
/** Frames that are no hierarchical or lossless ones: what cameras make and browsers show. */
export const FRAMES = new Set([0xc0, 0xc1, 0xc2])
const ORIENTATION = 0x0112

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
}

/**
 * The picture alone: its frame, tables and scans, JFIF's head, its colours and which side is up. Everything that tells of
 * place, time, camera or owner is gone, and so is what some telephones hang behind the picture. Null: it is broken.
 */
export function plainJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = []
  let turned: Uint8Array | null = null
  let framed = false
  let scanned = false
  let at = 2
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]
    if (marker === undefined || marker === EOI) break
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0x00 || (marker >= 0xd0 && marker <= 0xd8)) return null
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return null
    const segment = bytes.subarray(at, end)
    if (marker === APP1) turned ??= turnedAs(segment)
    else if (isNeeded(marker, segment)) kept.push(segment)
    framed ||= FRAMES.has(marker)
    at = end
    if (marker === SOS) {
      if (!framed) return null
      scanned = true
      at = endOfScan(bytes, end)
      kept.push(bytes.subarray(end, at))
    }
  }
  if (!scanned) return null
  const head = kept[0]?.[1] === APP0 ? 1 : 0
  return joined([
    Uint8Array.of(0xff, 0xd8),
    ...kept.slice(0, head),
    ...(turned ? [turned] : []),
    ...kept.slice(head),
    Uint8Array.of(0xff, EOI),
  ])
}

function isNeeded(marker: number, segment: Uint8Array): boolean {
  if (marker === APP0) return says(segment, 'JFIF\0')
  if (marker === APP2) return says(segment, 'ICC_PROFILE\0')
  if (marker === APP14) return says(segment, 'Adobe')
  return !(marker > APP0 && marker <= APP15) && marker !== COM
}

function says(segment: Uint8Array, word: string): boolean {
  return [...word].every((letter, at) => segment[4 + at] === letter.charCodeAt(0))
}

/** Where the coded picture ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]!
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** Which side is up, of all that a camera notes, as a note of its own: a sideways page cannot be typed. */
function turnedAs(segment: Uint8Array): Uint8Array | null {
  if (!says(segment, 'Exif\0\0')) return null
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, Math.max(0, segment.byteLength - 10))
  const turn = orientationIn(tiff)
  if (turn === null || turn < 2 || turn > 8) return null
  return Uint8Array.of(
    ...[0xff, APP1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01],
    ...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, turn, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  )
}

function orientationIn(tiff: DataView): number | null {
  if (tiff.byteLength < 8) return null
  const little = tiff.getUint16(0) === 0x4949
  const first = tiff.getUint32(4, little)
  if (first + 2 > tiff.byteLength) return null
  const count = tiff.getUint16(first, little)
  for (let n = 0; n < count; n++) {
    const entry = first + 2 + n * 12
    if (entry + 12 > tiff.byteLength) return null
    if (tiff.getUint16(entry, little) === ORIENTATION) return tiff.getUint16(entry + 8, little)
  }
  return null
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
