/** More directions than are wanted are followed, so that the last wanted ones are found too. */
const SPARE = 8
const ROUNDS = 6

/** Rows of few numbers: those of row r stand at from[r] … from[r + 1] - 1. */
export type Sparse = { readonly from: Int32Array; readonly column: Int32Array; readonly value: Float64Array }

/**
 * The directions along which rows of numbers differ most, strongest first, `count` by column, and how strong each is: right singular vectors
 * by subspace iteration (Halko, Martinsson & Tropp, SIAM Review 2011). Zeros where there are fewer.
 */
export function strongest(
  { from, column: at, value }: Sparse,
  columns: number,
  count: number,
): { directions: Float64Array; strengths: Float64Array } {
  const width = count + SPARE
  let space = start(columns * width)
  let lengths = orthonormal(space, width)
  const along = new Float64Array(width)
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(columns * width)
    for (let row = 0; row < from.length - 1; row++) {
      along.fill(0)
      for (let n = from[row]!; n < from[row + 1]!; n++)
        for (let k = 0, p = at[n]! * width; k < width; k++, p++) along[k]! += value[n]! * space[p]!
      for (let n = from[row]!; n < from[row + 1]!; n++)
        for (let k = 0, p = at[n]! * width; k < width; k++, p++) next[p]! += value[n]! * along[k]!
    }
    space = next
    lengths = orthonormal(space, width)
  }
  const directions = new Float64Array(columns * count)
  for (let column = 0; column < columns; column++)
    directions.set(space.subarray(column * width, column * width + count), column * count)
  return { directions, strengths: lengths.subarray(0, count).map(Math.sqrt) }
}

/** Rows as `strongest` takes them; each is asked for twice. */
export function packed(count: number, valuesAt: (at: number) => Iterable<readonly [number, number]>): Sparse {
  const from = new Int32Array(count + 1)
  for (let at = 0; at < count; at++) from[at + 1] = from[at]! + Array.from(valuesAt(at)).length
  const [column, value] = [new Int32Array(from[count]!), new Float64Array(from[count]!)]
  let n = 0
  for (let at = 0; at < count; at++) for (const [row, one] of valuesAt(at)) [column[n], value[n++]] = [row, one]
  return { from, column, value }
}

/** Fixed pseudo-random numbers from −0.5 to 0.5 (a linear congruential generator), so that every machine starts alike. */
function start(size: number): Float64Array {
  let state = 1
  return Float64Array.from({ length: size }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32 - 0.5
  })
}

/** Columns of a matrix of `width` columns made upright on each other and of length 1, in place, in order; their lengths before that. */
function orthonormal(matrix: Float64Array, width: number): Float64Array {
  const lengths = new Float64Array(width)
  for (let k = 0; k < width; k++) {
    // Twice: what rounding left of the others after the first time.
    for (let time = 0; time < 2; time++) {
      const shares = new Float64Array(k)
      for (let p = 0; p < matrix.length; p += width)
        for (let other = 0; other < k; other++) shares[other]! += matrix[p + other]! * matrix[p + k]!
      for (let p = 0; p < matrix.length; p += width)
        for (let other = 0; other < k; other++) matrix[p + k]! -= shares[other]! * matrix[p + other]!
    }
    let square = 0
    for (let p = k; p < matrix.length; p += width) square += matrix[p]! ** 2
    lengths[k] = Math.sqrt(square)
    // What is only rounding is no direction.
    const factor = lengths[k]! > 1e-12 ? 1 / lengths[k]! : 0
    if (factor === 0) lengths[k] = 0
    for (let p = k; p < matrix.length; p += width) matrix[p]! *= factor
  }
  return lengths
}
