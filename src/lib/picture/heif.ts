/** What cameras call their pictures of this kind (ISO/IEC 23008-12). */
const BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'mif2'])
/** What a picture is made of; everything else in the list of items are words about it. */
const PICTURES = new Set(['hvc1', 'hev1', 'lhv1', 'grid', 'iden', 'iovl', 'tmap', 'jpeg'])
const [TOP, META] = [
  new Set(['ftyp', 'meta', 'mdat']),
  new Set(['hdlr', 'pitm', 'iinf', 'iref', 'iprp', 'iloc', 'idat', 'dinf', 'grpl']),
]
/** Words that somebody wrote about a picture stand among its properties. */
const WORDS = new Set(['udes', 'rref', 'crtt', 'mdft', 'uuid'])

type Box = { readonly type: string; readonly at: number; readonly from: number; readonly end: number }
type Range = readonly [from: number, end: number]

export function isHeif(bytes: Uint8Array): boolean {
  if (wordAt(bytes, 4) !== 'ftyp') return false
  const end = Math.min(bytes.length, viewOf(bytes).getUint32(0))
  for (let at = 8; at + 4 <= end; at += 4) if (BRANDS.has(wordAt(bytes, at))) return true
  return false
}

/**
 * The picture alone, as long as it was: everything in it that belongs to no picture (place, time, camera, words, moving parts)
 * is overwritten with nothing, so that what is left keeps its place. Which side is up stands among its properties and stays.
 * Null: it is broken, or points to something outside.
 */
export function plainHeif(bytes: Uint8Array): Uint8Array | null {
  const plain = bytes.slice()
  try {
    clear(plain)
    return plain
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function clear(bytes: Uint8Array): void {
  const top = boxesIn(bytes, 0, bytes.length)
  const meta = only(top, 'meta')
  const inside = boxesIn(bytes, meta.from + 4, meta.end)
  const types = itemTypes(bytes, only(inside, 'iinf'))
  const idat = inside.find(({ type }) => type === 'idat')
  const kept: Range[] = []
  for (const { id, ranges } of locations(bytes, only(inside, 'iloc'), idat)) {
    if (PICTURES.has(types.get(id) ?? '')) kept.push(...ranges)
  }
  if (kept.length === 0) throw new RangeError('no picture')
  for (const box of top) if (!TOP.has(box.type)) blank(bytes, box)
  for (const box of inside) if (!META.has(box.type)) blank(bytes, box)
  for (const box of [...top.filter(({ type }) => type === 'mdat'), ...(idat ? [idat] : [])]) keepOnly(bytes, box, kept)
  for (const box of boxesIn(bytes, only(inside, 'iprp').from, only(inside, 'iprp').end)) {
    if (box.type !== 'ipco') continue
    for (const property of boxesIn(bytes, box.from, box.end)) if (WORDS.has(property.type)) blank(bytes, property)
  }
}

/** The kind of each item by its number; names that somebody gave them are taken out on the way. */
function itemTypes(bytes: Uint8Array, { from, end }: Box): Map<number, string> {
  const view = viewOf(bytes)
  const types = new Map<number, string>()
  for (const entry of boxesIn(bytes, from + (view.getUint8(from) === 0 ? 6 : 8), end)) {
    const version = view.getUint8(entry.from)
    if (entry.type !== 'infe' || version < 2) throw new RangeError('an older list')
    const at = entry.from + (version === 2 ? 8 : 10)
    types.set(version === 2 ? view.getUint16(entry.from + 4) : view.getUint32(entry.from + 4), wordAt(bytes, at))
    bytes.fill(0, at + 4, entry.end)
  }
  return types
}

/** Where the bytes of each item lie in the file. */
function locations(bytes: Uint8Array, { from }: Box, idat: Box | undefined): { id: number; ranges: Range[] }[] {
  const view = viewOf(bytes)
  const version = view.getUint8(from)
  let at = from + 4
  const take = (size: number): number => {
    at += size
    if (size === 0) return 0
    if (size === 8) return Number(view.getBigUint64(at - 8))
    return size === 4 ? view.getUint32(at - 4) : view.getUint16(at - 2)
  }
  const sizes = take(2)
  const [offsets, lengths, bases] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const indexes = version === 0 ? 0 : sizes & 15
  if ([offsets, lengths, bases, indexes].some((size) => ![0, 4, 8].includes(size))) throw new RangeError('sizes')
  const items = take(version < 2 ? 2 : 4)
  return Array.from({ length: items }, () => {
    const id = take(version < 2 ? 2 : 4)
    const way = version === 0 ? 0 : take(2) & 15
    if (take(2) !== 0 || way > 1 || (way === 1 && !idat)) throw new RangeError('elsewhere')
    const base = take(bases) + (way === 1 ? idat!.from : 0)
    const ranges = Array.from({ length: take(2) }, (): Range => {
      take(indexes)
      const start = base + take(offsets)
      const length = take(lengths) || (way === 1 ? idat!.end : bytes.length) - start
      if (start + length > bytes.length || length < 0) throw new RangeError('outside')
      return [start, start + length]
    })
    return { id, ranges }
  })
}

/** Overwrites of a box what is in none of the ranges. */
function keepOnly(bytes: Uint8Array, { from, end }: Box, kept: readonly Range[]): void {
  let at = from
  for (const [start, stop] of [...kept].sort(([a], [b]) => a - b)) {
    if (stop <= at || start >= end) continue
    bytes.fill(0, at, Math.max(at, start))
    at = Math.min(end, stop)
  }
  bytes.fill(0, at, end)
}

/** A box that says nothing, as long as it was. */
function blank(bytes: Uint8Array, { at, from, end }: Box): void {
  bytes.set(Buffer.from('free'), at + 4)
  bytes.fill(0, from, end)
}

function boxesIn(bytes: Uint8Array, from: number, end: number): Box[] {
  const view = viewOf(bytes)
  const boxes: Box[] = []
  for (let at = from; at < end; ) {
    const short = view.getUint32(at)
    const head = short === 1 ? 16 : 8
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? end - at : short
    if (size < head || at + size > end) throw new RangeError('a box')
    boxes.push({ type: wordAt(bytes, at + 4), at, from: at + head, end: at + size })
    at += size
  }
  return boxes
}

function only(boxes: readonly Box[], type: string): Box {
  const [box, ...others] = boxes.filter((one) => one.type === type)
  if (!box || others.length > 0) throw new RangeError(type)
  return box
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function wordAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
