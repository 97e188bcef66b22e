/**
 * The engine's numbers of ids, and back: the first id gets 0. 24 bytes an id, where a Map and an array of a million strings
 * take six times as much.
 */
export type Numbers = {
  readonly size: number
  /** Undefined for an id that has none yet. */
  get(id: string): number | undefined
  /** A new one for an id that has none yet. */
  of(id: string): number
  id(number: number): string
  /** All ids in order, 16 bytes each. */
  bytes(): Uint8Array
  /** Takes over ids of `bytes`, those `from` … `to` - 1, in order. */
  read(bytes: Uint8Array, from: number, to: number): void
}

export const ID_BYTES = 16
const SMALLEST = 64
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4). */
const GOLDEN = 0x9e3779b1

/** @param room ids to be ready for: until there are twice as many, nothing has to move */
export function createNumbers(room = 0): Numbers {
  let size = 0
  let bits = 32 - Math.clz32(Math.max(SMALLEST, room * 2))
  let words = new Int32Array((2 ** bits / 2) * 4)
  /** Number + 1 by place; 0 where nothing stands. */
  let table = new Int32Array(2 ** bits)
  /** The id that is asked about. */
  const one = Buffer.alloc(ID_BYTES)
  const asked = new Int32Array(one.buffer, one.byteOffset, 4)

  const homeOf = (from: Int32Array, at: number) =>
    Math.imul(from[at]! ^ Math.imul(from[at + 1]! ^ from[at + 2]!, 31) ^ from[at + 3]!, GOLDEN) >>> (32 - bits)
  /** Where the id that is asked about stands or would stand. */
  const place = () => {
    const last = table.length - 1
    for (let at = homeOf(asked, 0); ; at = (at + 1) & last) {
      const from = (table[at]! - 1) * 4
      if (from < 0) return at
      if (words[from] !== asked[0] || words[from + 1] !== asked[1]) continue
      if (words[from + 2] === asked[2] && words[from + 3] === asked[3]) return at
    }
  }
  const grow = () => {
    bits++
    const more = new Int32Array(words.length * 2)
    more.set(words)
    words = more
    table = new Int32Array(2 ** bits)
    for (let number = 0; number < size; number++) {
      let at = homeOf(words, number * 4)
      while (table[at] !== 0) at = (at + 1) & (table.length - 1)
      table[at] = number + 1
    }
  }
  const ask = (id: string) => {
    if (!UUID.test(id)) throw new RangeError(`No id: ${id}`)
    one.write(id.replaceAll('-', ''), 'hex')
  }
  const add = () => {
    if (size * 2 >= table.length) grow()
    const at = place()
    if (table[at] !== 0) return table[at]! - 1
    words.set(asked, size * 4)
    table[at] = size + 1
    return size++
  }

  return {
    get size() {
      return size
    },
    get(id) {
      ask(id)
      const number = table[place()]!
      return number === 0 ? undefined : number - 1
    },
    of(id) {
      ask(id)
      return add()
    },
    id(number) {
      if (!(number >= 0 && number < size)) throw new RangeError(`No number of an id: ${number}`)
      const hex = Buffer.from(words.buffer, number * ID_BYTES, ID_BYTES).toString('hex')
      const part = (from: number, to: number) => hex.slice(from, to)
      return `${part(0, 8)}-${part(8, 12)}-${part(12, 16)}-${part(16, 20)}-${part(20, 32)}`
    },
    bytes: () => new Uint8Array(words.buffer, 0, size * ID_BYTES),
    read(bytes, from, to) {
      for (let number = from; number < to; number++) {
        one.set(bytes.subarray(number * ID_BYTES, (number + 1) * ID_BYTES))
        add()
      }
    },
  }
}
