import type { OwnSpace } from '../own-space.ts'
import { DIMENSIONS } from '../vector.ts'

/** Raised when the bytes, or what becomes of a text in a space, are others: then a kept space is not read any more. */
const FORMAT = 1

/** A space as bytes: the length of the head, the head as JSON (format, names of rows), and the numbers, little-endian. */
export function spaceBytes({ rows, rarity, scale, middle, places }: OwnSpace): Uint8Array {
  const head = Buffer.from(JSON.stringify({ format: FORMAT, names: [...rows.keys()] }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  const parts = [rarity, scale, middle, places].map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  )
  return Buffer.concat([length, head, ...parts])
}

/** Reads what `spaceBytes` wrote; null where it is of another format or its parts do not belong together. */
export function readSpace(bytes: Uint8Array): OwnSpace | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = headOf(file)
  if (head === null) return null
  const { names, end } = head
  const sizes = [4 * names.length, 4 * names.length, 4 * DIMENSIONS, DIMENSIONS * names.length]
  if (end + sizes.reduce((a, b) => a + b) !== file.length) return null
  let at = end
  // Copies of their own: numbers of four bytes cannot begin just anywhere.
  const [rarity, scale, middle, places] = sizes.map((size) => {
    at += size
    return Uint8Array.prototype.slice.call(file, at - size, at).buffer
  })
  const rows = new Map(names.map((name, row) => [name, row]))
  if (rows.size !== names.length) return null
  return {
    ...{ rows, rarity: new Float32Array(rarity!), scale: new Float32Array(scale!) },
    ...{ middle: new Float32Array(middle!), places: new Int8Array(places!) },
  }
}

function headOf(file: Buffer): { names: readonly string[]; end: number } | null {
  if (file.length < 4) return null
  const end = 4 + file.readUInt32LE(0)
  if (end > file.length) return null
  try {
    const { format, names } = JSON.parse(file.toString('utf8', 4, end)) as { format: number; names: string[] }
    return format === FORMAT && Array.isArray(names) ? { names, end } : null
  } catch {
    return null
  }
}
