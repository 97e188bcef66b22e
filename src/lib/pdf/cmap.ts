/** Which characters a font file can draw, read from its cmap table (OpenType 1.9, formats 4, 12 and 14). */
export type Coverage = {
  has(codePoint: number): boolean
  /** True when the font has this very form of a character (an ideographic variation sequence). */
  hasVariation(base: number, selector: number): boolean
}

type Range = readonly [first: number, last: number]

/** Reads the coverage of a TrueType or OpenType file. Throws when it has no Unicode cmap that we read. */
export function readCoverage(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableOffset(view, 'cmap')
  const points = new Set<number>()
  const variations = new Map<number, { defaults: Range[]; own: Set<number> }>()
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4)
    const format = view.getUint16(at)
    if (format === 4) readFormat4(view, at, points)
    if (format === 12) readFormat12(view, at, points)
    if (format === 14) readFormat14(view, at, variations)
  }
  if (points.size === 0) throw new Error('The font has no Unicode cmap of format 4 or 12')
  return {
    has: (codePoint) => points.has(codePoint),
    hasVariation: (base, selector) => {
      const forms = variations.get(selector)
      return !!forms && (forms.own.has(base) || forms.defaults.some(([first, last]) => first <= base && base <= last))
    },
  }
}

function tableOffset(view: DataView, tag: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map((n) => view.getUint8(at + n)))
    if (name === tag) return view.getUint32(at + 8)
  }
  throw new Error(`The font has no table ${tag}`)
}

function readFormat4(view: DataView, at: number, points: Set<number>): void {
  const doubled = view.getUint16(at + 6)
  const [ends, starts] = [at + 14, at + 16 + doubled]
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled]
  for (let segment = 0; segment < doubled; segment += 2) {
    const start = view.getUint16(starts + segment)
    const offset = view.getUint16(offsets + segment)
    for (let code = start; code <= view.getUint16(ends + segment) && code < 0xffff; code++) {
      const raw = offset === 0 ? code : view.getUint16(offsets + segment + offset + (code - start) * 2)
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + view.getUint16(deltas + segment)) & 0xffff
      if (glyph !== 0) points.add(code)
    }
  }
}

function readFormat12(view: DataView, at: number, points: Set<number>): void {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + i * 12
    const [first, last, glyph] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)]
    for (let code = first; code <= last; code++) if (glyph + code - first !== 0) points.add(code)
  }
}

function readFormat14(
  view: DataView,
  at: number,
  variations: Map<number, { defaults: Range[]; own: Set<number> }>,
): void {
  const uint24 = (offset: number) => (view.getUint8(offset) << 16) | view.getUint16(offset + 1)
  for (let i = 0; i < view.getUint32(at + 6); i++) {
    const record = at + 10 + i * 11
    const [defaultsAt, ownAt] = [view.getUint32(record + 3), view.getUint32(record + 7)]
    const defaults: Range[] = []
    const own = new Set<number>()
    for (let n = 0; defaultsAt && n < view.getUint32(at + defaultsAt); n++) {
      const range = at + defaultsAt + 4 + n * 4
      defaults.push([uint24(range), uint24(range) + view.getUint8(range + 3)])
    }
    for (let n = 0; ownAt && n < view.getUint32(at + ownAt); n++) own.add(uint24(at + ownAt + 4 + n * 5))
    variations.set(uint24(record), { defaults, own })
  }
}
