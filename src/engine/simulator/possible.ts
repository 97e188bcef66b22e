import type { Market } from '../market/market.ts'
import type { SparseMarket } from '../market/sparse.ts'

/** The pairs of a whole market that may come about at all. */
export function possible({ wants, wanted }: Market): SparseMarket {
  const { rows: left, columns: right, values } = wants
  const starts = new Uint32Array(left + 1)
  const [columns, p, q]: [number[], number[], number[]] = [[], [], []]
  for (let row = 0; row < left; row++) {
    for (let column = 0; column < right; column++) {
      const [likes, liked] = [values[row * right + column]!, wanted.values[column * left + row]!]
      if (likes * liked === 0) continue
      columns.push(column)
      p.push(likes)
      q.push(liked)
    }
    starts[row + 1] = columns.length
  }
  return {
    ...{ left, right, starts },
    columns: Uint32Array.from(columns),
    wants: Float32Array.from(p),
    wanted: Float32Array.from(q),
  }
}
