import { type Factors, WIDTH } from '../likings.ts'
import { type Prices, type Reader, STRIP, WINDOW } from '../reading.ts'

const LANES = 4
const FLOAT = 4
const PAGE = 65536
/** Bytes at which the numbers of a row stand behind its factors. */
export const ROW = {
  own: WIDTH * FLOAT,
  price: (WIDTH + 1) * FLOAT,
  floor: (WIDTH + 2) * FLOAT,
  size: (WIDTH + 3) * FLOAT,
}
/** The same for four columns: the first numbers of all four beside each other, then the second, and so on. */
export const GROUP = {
  own: WIDTH * LANES * FLOAT,
  price: (WIDTH + 1) * LANES * FLOAT,
  size: (WIDTH + 2) * LANES * FLOAT,
}

/** As `plainReader`, four pairs at a time. Memory: 44 bytes a column beside the likings. */
export function vectorReader(module: WebAssembly.Module, { left, right, own }: Factors, prices: Prices): Reader {
  const count = own.right.length
  const groups = Math.ceil(count / LANES)
  const most = STRIP * WINDOW
  const places = placed({
    scratch: LANES * FLOAT,
    strip: STRIP * ROW.size,
    groups: groups * GROUP.size,
    floors: groups * LANES * FLOAT,
    hits: most * FLOAT,
    scores: most * FLOAT,
  })
  const pages = Math.ceil(places.end / PAGE)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
  const floats = new Float32Array(memory.buffer)
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  const { read } = exports as { read: (...numbers: number[]) => number }
  fillGroups()
  const strip = places.strip / FLOAT
  const floors = {
    rows: new Float32Array(STRIP),
    columns: floats.subarray(places.floors / FLOAT, places.floors / FLOAT + count),
  }
  return {
    floors,
    hits: new Uint32Array(memory.buffer, places.hits, most),
    scores: new Float32Array(memory.buffer, places.scores, most),
    read(top, bottom, from, to) {
      for (let row = top; row < bottom; row++) {
        const at = strip + ((row - top) * ROW.size) / FLOAT
        for (let n = 0; n < WIDTH; n++) floats[at + n] = left[row * WIDTH + n]!
        floats[at + ROW.own / FLOAT] = own.left[row]!
        floats[at + ROW.price / FLOAT] = prices.left[row]!
        floats[at + ROW.floor / FLOAT] = floors.rows[row - top]!
      }
      const { groups, hits, scores, scratch } = places
      const range = [bottom - top, from / LANES, Math.ceil(to / LANES)] as const
      return read(places.strip, groups, places.floors, hits, scores, scratch, ...range)
    },
  }

  function fillGroups() {
    for (let column = 0; column < groups * LANES; column++) {
      const at = (places.groups + Math.floor(column / LANES) * GROUP.size) / FLOAT + (column % LANES)
      for (let n = 0; n < WIDTH; n++) floats[at + n * LANES] = right[column * WIDTH + n] ?? 0
      // What fills up the last four enters nowhere.
      floats[at + GROUP.own / FLOAT] = own.right[column] ?? Number.NEGATIVE_INFINITY
      floats[at + GROUP.price / FLOAT] = prices.right[column] ?? Number.NEGATIVE_INFINITY
      floats[places.floors / FLOAT + column] = Number.NEGATIVE_INFINITY
    }
  }
}

/** Where parts of so many bytes begin, each on a line of the cache, and where the last ends. */
function placed<P extends Record<string, number>>(sizes: P): Record<keyof P | 'end', number> {
  const places: Record<string, number> = {}
  let end = 0
  for (const [name, size] of Object.entries(sizes)) {
    places[name] = end
    end = Math.ceil((end + size) / 64) * 64
  }
  places.end = end
  return places as Record<keyof P | 'end', number>
}
