import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { partsOfPng, SIGNATURE } from './png.ts'

/** Red, green and blue of each point, line by line, each from 0 to 255. */
export type Points = { readonly width: number; readonly height: number; readonly rgb: Uint8Array }

/** Kinds of colour of a PNG: what stands there for one point. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** In which order the points of an interlaced one come: where a round begins, and how far apart its points are. */
const ROUNDS = [
  ...([
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
  ] as const),
]
const WHITE = 255

type Head = { width: number; height: number; depth: number; kind: number }
type Colours = { palette: Uint8Array; clear: Uint8Array }

/**
 * The points of a PNG (ISO/IEC 15948) that went through `plainPng`, on white; null: it is broken, or has more than `most`
 * points. Colour profiles are left out of account: a mark is drawn in the colours of screens.
 */
export function pointsOfPng(bytes: Uint8Array, most: number): Points | null {
  const parts = [...partsOfPng(bytes)]
  const head = parts.find(({ name }) => name === 'IHDR')?.content
  if (head?.length !== 13) return null
  const view = new DataView(head.buffer, head.byteOffset)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [depth, kind, interlaced] = [head[8]!, head[9]!, head[12]! === 1]
  const channels = CHANNELS[kind]
  if (!channels || ![1, 2, 4, 8, 16].includes(depth) || width * height < 1 || width * height > most) return null
  const packed = Buffer.concat(parts.filter(({ name }) => name === 'IDAT').map(({ content }) => content))
  const bits = depth * channels
  const size = (across: number, down: number) => (across > 0 ? down * (1 + Math.ceil((across * bits) / 8)) : 0)
  const rounds = (interlaced ? ROUNDS : [[0, 0, 1, 1] as const]).map(([x, y, dx, dy]) => {
    const [across, down] = [Math.max(0, Math.ceil((width - x) / dx)), Math.max(0, Math.ceil((height - y) / dy))]
    return { x, y, dx, dy, across, down, size: size(across, down) }
  })
  const raw = unpacked(
    packed,
    rounds.reduce((sum, one) => sum + one.size, 0),
  )
  if (!raw) return null
  const part = (wanted: string) => parts.find(({ name }) => name === wanted)?.content ?? new Uint8Array()
  const colours = { palette: part('PLTE'), clear: part('tRNS') }
  const rgb = new Uint8Array(width * height * 3)
  let at = 0
  for (const { x, y, dx, dy, across, down, size } of rounds) {
    const lines = plainLines(raw.subarray(at, at + size), Math.ceil((across * bits) / 8), down, Math.max(1, bits >> 3))
    at += size
    for (let v = 0; v < down; v++) {
      for (let u = 0; u < across; u++) {
        const point = pointOf(lines[v]!, u, { width, height, depth, kind }, colours)
        rgb.set(point, ((y + v * dy) * width + x + u * dx) * 3)
      }
    }
  }
  return { width, height, rgb }
}

function unpacked(packed: Uint8Array, length: number): Uint8Array | null {
  try {
    const raw = inflateSync(packed, { maxOutputLength: length })
    return raw.length === length ? raw : null
  } catch {
    return null
  }
}

/** Each line as it was before it was told by its neighbours (the five filters). */
function plainLines(raw: Uint8Array, length: number, down: number, step: number): Uint8Array[] {
  const lines: Uint8Array[] = []
  let above = new Uint8Array(length)
  for (let v = 0; v < down && length > 0; v++) {
    const from = v * (length + 1)
    const line = new Uint8Array(raw.subarray(from + 1, from + 1 + length))
    for (let n = 0; n < length; n++) {
      const [left, up, both] = [line[n - step] ?? 0, above[n]!, above[n - step] ?? 0]
      line[n] = line[n]! + guess(raw[from]!, left, up, both)
    }
    lines.push(line)
    above = line
  }
  return lines
}

function guess(filter: number, left: number, up: number, both: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const sum = left + up - both
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - both)]
  if (a <= b && a <= c) return left
  return b <= c ? up : both
}

function pointOf(line: Uint8Array, u: number, { depth, kind }: Head, { palette, clear }: Colours): number[] {
  const one = (channel: number) => sample(line, u * CHANNELS[kind]! + channel, depth)
  if (kind === 3) {
    const at = one(0)
    return [0, 1, 2].map((n) => onWhite(palette[at * 3 + n] ?? 0, clear[at] ?? 255))
  }
  const most = depth === 16 ? 255 : 2 ** depth - 1
  const full = (channel: number) => Math.round((one(channel) * 255) / most)
  if (kind === 0) return Array<number>(3).fill(isClear(clear, [one(0)], depth) ? WHITE : full(0))
  if (kind === 4) return Array<number>(3).fill(onWhite(full(0), full(1)))
  if (kind === 2)
    return isClear(clear, [one(0), one(1), one(2)], depth) ? [WHITE, WHITE, WHITE] : [full(0), full(1), full(2)]
  return [full(0), full(1), full(2)].map((value) => onWhite(value, full(3)))
}

/** A number of `depth` bits; of sixteen the first eight. */
function sample(line: Uint8Array, at: number, depth: number): number {
  if (depth >= 8) return line[(at * depth) >> 3] ?? 0
  const bit = at * depth
  return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
}

/** Pictures without a channel for it may name one colour that is not drawn. */
function isClear(clear: Uint8Array, values: readonly number[], depth: number): boolean {
  return (
    clear.length >= values.length * 2 && values.every((value, n) => clear[n * 2 + (depth === 16 ? 0 : 1)] === value)
  )
}

function onWhite(value: number, opacity: number): number {
  return Math.round((value * opacity + WHITE * (255 - opacity)) / 255)
}

/** The points as a PNG and nothing beside them. The same points give the same bytes. */
export function pngOf({ width, height, rgb }: Points): Uint8Array {
  const lines = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++) {
    const from = y * (1 + width * 3)
    // Told by the line above: marks are of few colours.
    lines[from] = 2
    for (let n = 0; n < width * 3; n++) {
      const above = y === 0 ? 0 : rgb[(y - 1) * width * 3 + n]!
      lines[from + 1 + n] = (rgb[y * width * 3 + n]! - above) & 255
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const parts = [part('IHDR', head), part('IDAT', deflateSync(lines, { level: 9 })), part('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([Buffer.from(SIGNATURE), ...parts]))
}

function part(name: string, content: Buffer): Buffer {
  const whole = Buffer.alloc(12 + content.length)
  whole.writeUInt32BE(content.length, 0)
  whole.write(name, 4, 'latin1')
  whole.set(content, 8)
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + content.length)), 8 + content.length)
  return whole
}
