/** A dense matrix, row after row. */
export type Matrix = { readonly rows: number; readonly columns: number; readonly values: Float64Array }

export function matrix(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) }
}

export function transposed({ rows, columns, values }: Matrix): Matrix {
  const other = matrix(columns, rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) other.values[column * rows + row] = values[row * columns + column]!
  }
  return other
}
