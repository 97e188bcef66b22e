/** A dense matrix, row after row. */
export type Matrix = { readonly rows: number; readonly columns: number; readonly values: Float64Array }

export function matrix(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) }
}

/** In squares that fit the nearest memory: going down whole columns would fetch every number from far away. */
export const SQUARE = 32

export function transposed(from: Matrix, into: Matrix = matrix(from.columns, from.rows)): Matrix {
  const { rows, columns, values } = from
  for (let top = 0; top < rows; top += SQUARE) {
    const bottom = Math.min(rows, top + SQUARE)
    for (let left = 0; left < columns; left += SQUARE) {
      const right = Math.min(columns, left + SQUARE)
      for (let row = top; row < bottom; row++) {
        for (let column = left; column < right; column++)
          into.values[column * rows + row] = values[row * columns + column]!
      }
    }
  }
  return into
}
