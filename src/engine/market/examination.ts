export const EXAMINATIONS = ['inv', 'log', 'exp'] as const
export type Examination = (typeof EXAMINATIONS)[number]

/**
 * How likely the place of a list is looked at, place 1 first: 1/k, 1/log₂(k + 1) or e^(1−k). Places after `shown` are not: 0.
 */
export function examination(kind: Examination, length: number, shown = length): Float64Array {
  return Float64Array.from({ length }, (_, at) => (at < shown ? AT[kind](at + 1) : 0))
}

const AT: Readonly<Record<Examination, (place: number) => number>> = {
  inv: (place) => 1 / place,
  log: (place) => 1 / Math.log2(place + 1),
  exp: (place) => Math.exp(1 - place),
}

/** By place of a list, how likely it is looked at: `left` for the lists of professionals (length m), `right` (length n). */
export type Looked = { readonly left: Float64Array; readonly right: Float64Array }
