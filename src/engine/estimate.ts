/** A mean and its standard error; of one value there is no error to tell: null. */
export type Estimate = { readonly mean: number; readonly error: number | null }

/** Of values that have nothing to do with each other. */
export function estimate(values: ArrayLike<number>): Estimate {
  const count = values.length
  let sum = 0
  for (let at = 0; at < count; at++) sum += values[at]!
  const mean = sum / count
  if (count < 2) return { mean, error: null }
  let squares = 0
  for (let at = 0; at < count; at++) squares += (values[at]! - mean) ** 2
  return { mean, error: Math.sqrt(squares / (count - 1) / count) }
}
