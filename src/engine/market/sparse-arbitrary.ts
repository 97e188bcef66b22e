import fc from 'fast-check'
import { publishedMarket } from './market.ts'
import { createMersenne } from './mersenne.ts'
import type { SparseMarket } from './sparse.ts'

/** Small markets of any shape, empty ones among them. */
export const sparseArbitrary = fc
  .record({ left: fc.integer({ min: 0, max: 12 }), right: fc.integer({ min: 1, max: 12 }), seed: fc.nat(1000) })
  .chain(({ left, right, seed }) =>
    fc
      .array(fc.uniqueArray(fc.nat(right - 1), { maxLength: right }), { minLength: left, maxLength: left })
      .map((rows): SparseMarket => {
        const sorted = rows.map((row) => row.sort((a, b) => a - b))
        const starts = Uint32Array.of(0, ...sorted.map((_, at) => sorted.slice(0, at + 1).flat().length))
        const columns = Uint32Array.from(sorted.flat())
        const { wants, wanted } = publishedMarket(1, Math.max(1, columns.length), 0, seed)
        const of = (values: Float64Array) => Float32Array.from(values.subarray(0, columns.length))
        return { left, right, starts, columns, wants: of(wants.values), wanted: of(wanted.values) }
      }),
  )

/** Everybody is asked about `each` projects, drawn by a seed; half of the liking is shared by all. */
export function sparseCrowd(left: number, right: number, each: number, seed: number): SparseMarket {
  const { wants, wanted } = publishedMarket(left, right, 0.5, seed)
  const { random } = createMersenne(seed + 1)
  const columns: number[] = []
  for (let row = 0; row < left; row++) {
    const drawn = Array.from({ length: right }, (_, column) => ({ column, at: random() })).sort((a, b) => a.at - b.at)
    columns.push(
      ...drawn
        .slice(0, each)
        .map(({ column }) => column)
        .sort((a, b) => a - b),
    )
  }
  const rowOf = (at: number) => Math.floor(at / each)
  return {
    ...{ left, right },
    starts: Uint32Array.from({ length: left + 1 }, (_, row) => row * each),
    columns: Uint32Array.from(columns),
    wants: Float32Array.from(columns, (column, at) => wants.values[rowOf(at) * right + column]!),
    wanted: Float32Array.from(columns, (column, at) => wanted.values[column * left + rowOf(at)]!),
  }
}
