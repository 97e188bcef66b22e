export const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** What the picture is made of, and how its colours and lines are meant. No words, no times, no camera, no second frames. */
const KEPT = new Set(
  ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP'].concat(['bKGD', 'pHYs']),
)

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte)
}

/** The picture alone, up to its end. Null: it is broken. */
export function plainPng(bytes: Uint8Array): Uint8Array | null {
  const kept = [bytes.subarray(0, SIGNATURE.length)]
  const names: string[] = []
  for (const { name, whole } of partsOfPng(bytes)) {
    if (!KEPT.has(name)) continue
    kept.push(whole)
    names.push(name)
  }
  const isWhole = names[0] === 'IHDR' && names.includes('IDAT') && names.at(-1) === 'IEND'
  return isWhole ? new Uint8Array(Buffer.concat(kept)) : null
}

/** What a PNG is made of, up to its end, or to where it is cut off. */
export function* partsOfPng(bytes: Uint8Array): Generator<{ name: string; whole: Uint8Array; content: Uint8Array }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    yield { name, whole: bytes.subarray(at, end), content: bytes.subarray(at + 8, end - 4) }
    if (name === 'IEND') return
    at = end
  }
}
