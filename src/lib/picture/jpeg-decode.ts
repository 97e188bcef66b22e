import { waves, ZIGZAG } from './jpeg-tables.ts'

/** One of light and two of colour: its numbers block by block, as they were kept, and how finely. */
type Layer = {
  readonly width: number
  readonly height: number
  /** Blocks of a line as they stand in `numbers`. */
  readonly across: number
  readonly numbers: Int16Array
  readonly steps: Uint16Array
}

type Part = { id: number; h: number; v: number; table: number; across: number; numbers: Int16Array; last: number }
type Words = { first: Int32Array; last: Int32Array; offset: Int32Array; symbols: Uint8Array }

/** Larger ones are no photos: a few bytes may claim to be one. */
export const MOST_PIXELS = 100_000_000

/** The picture's size as its frame says; null when it is no baseline one of one or three layers, or larger than any photo. */
export function frameOf(bytes: Uint8Array): { width: number; height: number } | null {
  const at = segments(bytes).find(({ marker }) => marker === 0xc0 || marker === 0xc1)?.from
  if (at === undefined || bytes[at] !== 8 || ![1, 3].includes(bytes[at + 5]!)) return null
  const [height, width] = [word(bytes, at + 1), word(bytes, at + 3)]
  return width * height > 0 && width * height <= MOST_PIXELS ? { width, height } : null
}

/** Segments before the scan: their marker, and where what they say begins and ends. */
export function segments(bytes: Uint8Array): { marker: number; from: number; end: number }[] {
  const found: { marker: number; from: number; end: number }[] = []
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const end = at + 2 + word(bytes, at + 2)
    found.push({ marker: bytes[at + 1]!, from: at + 4, end })
    if (bytes[at + 1] === 0xda) break
    at = end
  }
  return found
}

/** The numbers of a baseline picture with one scan (ISO/IEC 10918-1); null when it is made in another way. */
export function decoded(bytes: Uint8Array): Layer[] | null {
  const frame = frameOf(bytes)
  const all = segments(bytes)
  const scan = all.at(-1)
  const sof = all.find(({ marker }) => marker === 0xc0 || marker === 0xc1)
  if (!frame || !sof || scan?.marker !== 0xda || bytes[scan.from] !== bytes[sof.from + 5]) return null
  const tables = stepsIn(bytes, all)
  const words = wordsIn(bytes, all)
  const rest = all.find(({ marker }) => marker === 0xdd)
  const parts = partsOf(bytes, sof.from, frame)
  const reader = readerOf(bytes, scan.end)
  const codes = parts.map((part) => codesOf(bytes, scan.from, part.id, words))
  if (codes.some((code) => !code) || parts.some(({ table }) => !tables[table])) return null
  const [hMost, vMost] = [Math.max(...parts.map(({ h }) => h)), Math.max(...parts.map(({ v }) => v))]
  const [unitsX, unitsY] = [Math.ceil(frame.width / (8 * hMost)), Math.ceil(frame.height / (8 * vMost))]
  const every = rest ? word(bytes, rest.from) : 0
  for (let unit = 0; unit < unitsX * unitsY; unit++) {
    if (every > 0 && unit > 0 && unit % every === 0) {
      reader.restart()
      for (const part of parts) part.last = 0
    }
    for (const [n, part] of parts.entries()) {
      for (let k = 0; k < part.h * part.v; k++) {
        const x = (unit % unitsX) * part.h + (k % part.h)
        const y = Math.floor(unit / unitsX) * part.v + Math.floor(k / part.h)
        readBlock(reader, part, codes[n]!, (y * part.across + x) * 64)
      }
    }
  }
  return parts.map((part) => ({
    width: Math.ceil((frame.width * part.h) / hMost),
    height: Math.ceil((frame.height * part.v) / vMost),
    ...{ across: part.across, numbers: part.numbers, steps: tables[part.table]! },
  }))
}

/** A layer drawn with `n` points for the eight of each block: 8 as it was, 4 half as wide and high, 2 a quarter, 1 an eighth. */
export function drawn(layer: Layer, n: 1 | 2 | 4 | 8): { width: number; height: number; points: Float32Array } {
  const [width, height] = [Math.ceil((layer.width * n) / 8), Math.ceil((layer.height * n) / 8)]
  const points = new Float32Array(width * height)
  const table = waves(n)
  const rows = new Float64Array(64)
  for (let by = 0; by * n < height; by++) {
    for (let bx = 0; bx * n < width; bx++) {
      const block = (by * layer.across + bx) * 64
      for (let v = 0; v < n; v++) {
        for (let x = 0; x < n; x++) {
          let sum = 0
          for (let u = 0; u < n; u++)
            sum += layer.numbers[block + v * 8 + u]! * layer.steps[v * 8 + u]! * table[u * n + x]!
          rows[v * 8 + x] = sum
        }
      }
      for (let y = 0; y < n && by * n + y < height; y++) {
        for (let x = 0; x < n && bx * n + x < width; x++) {
          let sum = 0
          for (let v = 0; v < n; v++) sum += rows[v * 8 + x]! * table[v * n + y]!
          points[(by * n + y) * width + bx * n + x] = (sum * n) / 8 + 128
        }
      }
    }
  }
  return { width, height, points }
}

function partsOf(bytes: Uint8Array, from: number, { width, height }: { width: number; height: number }): Part[] {
  const shapes = Array.from({ length: bytes[from + 5]! }, (_, n) => {
    const at = from + 6 + n * 3
    return { id: bytes[at]!, h: bytes[at + 1]! >> 4, v: bytes[at + 1]! & 15, table: bytes[at + 2]! & 3 }
  })
  if (shapes.some(({ h, v }) => h < 1 || v < 1 || h > 4 || v > 4)) throw new RangeError('a shape')
  const [hMost, vMost] = [Math.max(...shapes.map(({ h }) => h)), Math.max(...shapes.map(({ v }) => v))]
  return shapes.map((shape) => {
    const alone = shapes.length === 1
    const [h, v] = alone ? [1, 1] : [shape.h, shape.v]
    const across = Math.ceil(width / (8 * (alone ? 1 : hMost))) * h
    const down = Math.ceil(height / (8 * (alone ? 1 : vMost))) * v
    return { ...shape, h, v, across, numbers: new Int16Array(across * down * 64), last: 0 }
  })
}

function stepsIn(bytes: Uint8Array, all: ReturnType<typeof segments>): Uint16Array[] {
  const tables: Uint16Array[] = []
  for (const { marker, from, end } of all) {
    if (marker !== 0xdb) continue
    for (let at = from; at < end; ) {
      const [wide, id] = [bytes[at]! >> 4, bytes[at]! & 3]
      const table = new Uint16Array(64)
      for (let k = 0; k < 64; k++) table[ZIGZAG[k]!] = wide ? word(bytes, at + 1 + k * 2) : bytes[at + 1 + k]!
      tables[id] = table
      at += 1 + 64 * (wide ? 2 : 1)
    }
  }
  return tables
}

/** The codes by kind and number: 0 to 3 of first numbers, 16 to 19 of the others. */
function wordsIn(bytes: Uint8Array, all: ReturnType<typeof segments>): Map<number, Words> {
  const found = new Map<number, Words>()
  for (const { marker, from, end } of all) {
    if (marker !== 0xc4) continue
    for (let at = from; at + 17 <= end; ) {
      const counts = bytes.subarray(at + 1, at + 17)
      const count = counts.reduce((sum, one) => sum + one, 0)
      found.set(bytes[at]!, wordsOf(counts, bytes.subarray(at + 17, at + 17 + count)))
      at += 17 + count
    }
  }
  return found
}

function wordsOf(counts: Uint8Array, symbols: Uint8Array): Words {
  const [first, last, offset] = [new Int32Array(17), new Int32Array(17).fill(-1), new Int32Array(17)]
  let code = 0
  let at = 0
  for (let length = 1; length <= 16; length++) {
    const count = counts[length - 1]!
    first[length] = code
    offset[length] = at
    if (count > 0) last[length] = code + count - 1
    at += count
    code = (code + count) << 1
  }
  return { first, last, offset, symbols }
}

function codesOf(bytes: Uint8Array, scan: number, id: number, words: Map<number, Words>) {
  for (let n = 0; n < bytes[scan]!; n++) {
    if (bytes[scan + 1 + n * 2] !== id) continue
    const which = bytes[scan + 2 + n * 2]!
    const [first, others] = [words.get(which >> 4), words.get(16 + (which & 15))]
    if (first && others) return { first, others }
  }
  return null
}

type Reader = ReturnType<typeof readerOf>

function readBlock(reader: Reader, part: Part, codes: { first: Words; others: Words }, block: number): void {
  part.last += reader.number(reader.symbol(codes.first))
  part.numbers[block] = part.last
  for (let k = 1; k < 64; k++) {
    const symbol = reader.symbol(codes.others)
    const size = symbol & 15
    if (size === 0 && symbol !== 0xf0) return
    k += symbol >> 4
    if (size > 0 && k < 64) part.numbers[block + ZIGZAG[k]!] = reader.number(size)
  }
}

/** Reads bit by bit; behind the end of the scan there are only zeros. */
function readerOf(bytes: Uint8Array, from: number) {
  let at = from
  let held = 0
  let bits = 0
  const bit = (): number => {
    if (bits === 0) {
      held = bytes[at] ?? 0
      if (held !== 0xff) at++
      else if (bytes[at + 1] === 0) at += 2
      else held = 0
      bits = 8
    }
    bits--
    return (held >> bits) & 1
  }
  return {
    symbol({ first, last, offset, symbols }: Words): number {
      let code = 0
      for (let length = 1; length <= 16; length++) {
        code = (code << 1) | bit()
        if (code <= last[length]!) return symbols[offset[length]! + code - first[length]!] ?? 0
      }
      return 0
    },
    /** A number of so many bits, its sign in the first. */
    number(size: number): number {
      let value = 0
      for (let n = 0; n < size; n++) value = (value << 1) | bit()
      return size > 0 && value < 1 << (size - 1) ? value - (1 << size) + 1 : value
    },
    restart(): void {
      bits = 0
      while (at + 1 < bytes.length && !(bytes[at] === 0xff && bytes[at + 1]! >= 0xd0 && bytes[at + 1]! <= 0xd7)) at++
      at += 2
    },
  }
}

function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}
