import type { Likings } from './likings.ts'

/** Rows read together. */
export const STRIP = 64
/** Columns read together, at most: a multiple of four, and so few that they stay near while the rows go over them. */
export const WINDOW = 512

/** What is taken off a score for how wanted somebody is; logarithms, 0 or less. */
export type Prices = { readonly left: Float32Array; readonly right: Float32Array }

/** Looks at pairs and tells which of them may be among the best of either side. */
export type Reader = {
  /** What enters must be above this, to be kept up by whoever takes it in: of the rows of a strip, and of all columns. */
  readonly floors: { readonly rows: Float32Array; readonly columns: Float32Array }
  /** Row of the strip · 65,536 + column of the window, by row, then by column. */
  readonly hits: Uint32Array
  readonly scores: Float32Array
  /**
   * How many hits there are among the rows from `top` to before `bottom` (at most a strip) and the columns from `from`, a multiple
   * of four, to before `to` (at most a window). Floors count as they are at the beginning.
   */
  read(top: number, bottom: number, from: number, to: number): number
}

/** For any likings. */
export function plainReader(likings: Likings, prices: Prices): Reader {
  const [hits, scores] = [new Uint32Array(STRIP * WINDOW), new Float32Array(STRIP * WINDOW)]
  const own = new Float32Array(WINDOW)
  const floors = {
    rows: new Float32Array(STRIP).fill(Number.NEGATIVE_INFINITY),
    columns: new Float32Array(likings.right).fill(Number.NEGATIVE_INFINITY),
  }
  return {
    ...{ floors, hits, scores },
    read(top, bottom, from, to) {
      let size = 0
      for (let row = top; row < bottom; row++) {
        likings.scores(row, from, to, own)
        const [price, floor] = [prices.left[row]!, floors.rows[row - top]!]
        for (let column = from; column < to; column++) {
          const score = own[column - from]!
          if (
            Math.fround(score + prices.right[column]!) > floor ||
            Math.fround(score + price) > floors.columns[column]!
          ) {
            hits[size] = ((row - top) << 16) | (column - from)
            scores[size] = score
            size++
          }
        }
      }
      return size
    },
  }
}
