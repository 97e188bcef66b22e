/** Where the n-th number of a block stands in it, row by row (ISO/IEC 10918-1, figure A.6). */
export const ZIGZAG = Uint8Array.from([
  ...[0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21],
  ...[28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61],
  ...[54, 47, 55, 62, 63],
])

/** How finely light and colour are kept (annex K.1), row by row. */
export const LIGHT_STEPS = [
  ...[16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29],
  ...[51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121],
  ...[120, 101, 72, 92, 95, 98, 112, 100, 103, 99],
]
export const COLOUR_STEPS = [
  ...[17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99],
  ...Array.from({ length: 36 }, () => 99),
]

/** A code: how many words of each length from 1 to 16, and what they stand for, the shortest first (annex K.3). */
export type Code = { readonly counts: readonly number[]; readonly symbols: readonly number[] }

export const FIRST_CODE: Code = {
  counts: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
  symbols: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
}

/** Runs of sixteen and sizes, as two hexadecimal digits each. */
const OTHERS =
  '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a34353637' +
  '38393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3' +
  'a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa'

export const OTHER_CODE: Code = {
  counts: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125],
  symbols: OTHERS.match(/../g)!.map((pair) => Number.parseInt(pair, 16)),
}

/** cos((2x+1)uπ/2n) as an orthonormal transform of `n` numbers has it, u by x. */
export function waves(n: number): Float64Array {
  const table = new Float64Array(n * n)
  for (let u = 0; u < n; u++) {
    const scale = Math.sqrt((u === 0 ? 1 : 2) / n)
    for (let x = 0; x < n; x++) table[u * n + x] = scale * Math.cos(((2 * x + 1) * u * Math.PI) / (2 * n))
  }
  return table
}
