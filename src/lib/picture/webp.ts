/** The chunks of a still picture. EXIF, XMP and whatever is not known are left out, moving pictures are not taken. */
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP'])
const BITMAPS = new Set(['VP8 ', 'VP8L'])
/** Flags of VP8X that promise an EXIF, an XMP and an ANIM chunk. */
const PROMISES = 0x08 | 0x04 | 0x02

export function isWebp(bytes: Uint8Array): boolean {
  return wordAt(bytes, 0) === 'RIFF' && wordAt(bytes, 8) === 'WEBP'
}

/** The picture alone. Null: it is broken, or moves. */
export function plainWebp(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const limit = Math.min(bytes.length, 8 + view.getUint32(4, true))
  const kept: Uint8Array[] = []
  let drawn = false
  for (let at = 12; at + 8 <= limit; ) {
    const name = wordAt(bytes, at)
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length
    if (end > limit) return null
    if (KEPT.has(name)) {
      kept.push(bytes.slice(at, end), new Uint8Array(length % 2))
      if (name === 'VP8X' && length > 0) kept.at(-2)![8]! &= ~PROMISES
    }
    drawn ||= BITMAPS.has(name)
    at = end + (length % 2)
  }
  if (!drawn) return null
  const body = Buffer.concat(kept)
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return new Uint8Array(Buffer.concat([head, body]))
}

function wordAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
