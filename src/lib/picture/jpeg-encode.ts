import { COLOUR_STEPS, type Code, FIRST_CODE, LIGHT_STEPS, OTHER_CODE, waves, ZIGZAG } from './jpeg-tables.ts'

export type Plane = { readonly width: number; readonly height: number; readonly points: Float32Array }

/** Keeps what a reader sees of a page, and loses what a camera's noise costs (85 of 100). */
const STEPS_PERCENT = 30
const WAVES = waves(8)

/**
 * A baseline picture (ISO/IEC 10918-1) of one layer, or of light and two colours that are half as wide and high; `kept` are whole
 * segments that stand before all others.
 */
export function encoded(planes: readonly Plane[], kept: readonly Uint8Array[]): Uint8Array {
  const [light] = planes
  const colours = planes.length === 3
  const tables = [LIGHT_STEPS, COLOUR_STEPS].map((steps) =>
    steps.map((step) => Math.min(255, Math.max(1, Math.floor((step * STEPS_PERCENT + 50) / 100)))),
  )
  const writer = writerOf()
  const last = planes.map(() => 0)
  const side = colours ? 16 : 8
  for (let y = 0; y < light!.height; y += side) {
    for (let x = 0; x < light!.width; x += side) {
      for (const [n, plane] of planes.entries()) {
        const half = n > 0 ? 2 : 1
        const blocks =
          n === 0 && colours
            ? [
                [0, 0],
                [8, 0],
                [0, 8],
                [8, 8],
              ]
            : [[0, 0]]
        for (const [dx, dy] of blocks) {
          last[n] = writeBlock(writer, blockAt(plane, x / half + dx!, y / half + dy!), tables[n > 0 ? 1 : 0]!, last[n]!)
        }
      }
    }
  }
  return new Uint8Array(
    Buffer.concat([
      Uint8Array.of(0xff, 0xd8),
      ...kept,
      ...tables
        .slice(0, colours ? 2 : 1)
        .map((steps, id) => segment(0xdb, [id, ...Array.from(ZIGZAG, (at) => steps[at]!)])),
      frame(light!, planes.length),
      segment(0xc4, [0x00, ...FIRST_CODE.counts, ...FIRST_CODE.symbols]),
      segment(0xc4, [0x10, ...OTHER_CODE.counts, ...OTHER_CODE.symbols]),
      segment(0xda, [planes.length, ...planes.flatMap((_, n) => [n + 1, 0]), 0, 63, 0]),
      writer.end(),
      Uint8Array.of(0xff, 0xd9),
    ]),
  )
}

function frame({ width, height }: Plane, layers: number): Uint8Array {
  const shapes = Array.from({ length: layers }, (_, n) => [n + 1, n === 0 && layers === 3 ? 0x22 : 0x11, n > 0 ? 1 : 0])
  return segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, layers, ...shapes.flat()])
}

function segment(marker: number, content: readonly number[]): Uint8Array {
  const length = content.length + 2
  return Uint8Array.of(0xff, marker, length >> 8, length & 255, ...content)
}

/** Eight by eight points around nothing; behind the edge the last ones go on. */
function blockAt({ width, height, points }: Plane, left: number, top: number): Float64Array {
  const block = new Float64Array(64)
  for (let y = 0; y < 8; y++) {
    const row = Math.min(height - 1, top + y) * width
    for (let x = 0; x < 8; x++) {
      const point = points[row + Math.min(width - 1, left + x)]!
      block[y * 8 + x] = Math.min(255, Math.max(0, point)) - 128
    }
  }
  return block
}

type Writer = ReturnType<typeof writerOf>

/** The first number of a block, for the next one to differ from. */
function writeBlock(writer: Writer, block: Float64Array, steps: readonly number[], last: number): number {
  const rows = new Float64Array(64)
  for (let y = 0; y < 8; y++) {
    for (let u = 0; u < 8; u++) {
      let sum = 0
      for (let x = 0; x < 8; x++) sum += block[y * 8 + x]! * WAVES[u * 8 + x]!
      rows[y * 8 + u] = sum
    }
  }
  const numberAt = (at: number): number => {
    const [u, v] = [at & 7, at >> 3]
    let sum = 0
    for (let y = 0; y < 8; y++) sum += rows[y * 8 + u]! * WAVES[v * 8 + y]!
    return Math.round(sum / steps[at]!)
  }
  const first = numberAt(0)
  writer.first(first - last)
  let zeros = 0
  for (let k = 1; k < 64; k++) {
    const number = numberAt(ZIGZAG[k]!)
    if (number === 0) zeros++
    else {
      writer.other(zeros, number)
      zeros = 0
    }
  }
  if (zeros > 0) writer.rest()
  return first
}

function writerOf() {
  const [firsts, others] = [lookup(FIRST_CODE), lookup(OTHER_CODE)]
  let out = new Uint8Array(1 << 20)
  let length = 0
  let held = 0
  let bits = 0
  const put = (value: number, size: number) => {
    for (let n = size - 1; n >= 0; n--) {
      held = (held << 1) | ((value >> n) & 1)
      if (++bits < 8) continue
      if (length + 2 > out.length) {
        const larger = new Uint8Array(out.length * 2)
        larger.set(out)
        out = larger
      }
      out[length++] = held
      if (held === 0xff) out[length++] = 0
      held = 0
      bits = 0
    }
  }
  const word = (code: readonly (readonly [value: number, size: number])[], symbol: number) => put(...code[symbol]!)
  const signed = (number: number, size: number) => put(number < 0 ? number + (1 << size) - 1 : number, size)
  const sizeOf = (number: number) => 32 - Math.clz32(Math.abs(number))
  return {
    first(difference: number) {
      const size = sizeOf(difference)
      word(firsts, size)
      signed(difference, size)
    },
    other(zeros: number, number: number) {
      for (let run = zeros; run > 15; run -= 16) word(others, 0xf0)
      const size = sizeOf(number)
      word(others, ((zeros & 15) << 4) | size)
      signed(number, size)
    },
    rest: () => word(others, 0),
    end(): Uint8Array {
      if (bits > 0) put(0x7f, 8 - bits)
      return out.subarray(0, length)
    },
  }
}

function lookup({ counts, symbols }: Code): (readonly [value: number, size: number])[] {
  const table: (readonly [number, number])[] = []
  let code = 0
  let at = 0
  for (const [n, count] of counts.entries()) {
    for (let k = 0; k < count; k++) table[symbols[at++]!] = [code++, n + 1]
    code <<= 1
  }
  return table
}
