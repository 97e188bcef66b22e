import type { Random } from '../../seed/random.ts'
import type { Sparse } from '../../src/text/linear.ts'

/** A text, and how much it counts for each class that it belongs to. */
export type Example = { readonly text: Sparse; readonly classes: ReadonlyMap<number, number> }

export type Separation = { readonly weights: Float32Array; readonly bias: number }

/** Penalty of an error; rounds over all examples. */
const C = 0.3
const ROUNDS = 12
/** What the constant term counts as, beside texts of length 1. */
const CONSTANT = 1
const CLOSE_ENOUGH = 0.02

/**
 * Separates the texts of one class from all others: a linear support vector machine with squared hinge loss, by dual coordinate
 * descent. Source: Hsieh, Chang, Lin, Keerthi, Sundararajan, A dual coordinate descent method for large-scale linear SVM, ICML
 * 2008. `size` is that of the vocabulary. The same examples and chance give the same weights.
 */
export function separate(examples: readonly Example[], size: number, of: number, random: Random): Separation {
  const weights = new Float32Array(size)
  let bias = 0
  const count = examples.length
  const sign = new Int8Array(count)
  const softness = new Float64Array(count)
  const alpha = new Float64Array(count)
  for (const [n, { classes }] of examples.entries()) {
    const own = classes.get(of)
    sign[n] = own === undefined ? -1 : 1
    softness[n] = 1 / (2 * C * (own ?? 1))
  }
  let active = Uint32Array.from(examples, (_, n) => n)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(active, random)
    let worst = 0
    const next: number[] = []
    for (const n of active) {
      const { rows, values } = examples[n]!.text
      let margin = bias * CONSTANT
      for (let k = 0; k < rows.length; k++) margin += weights[rows[k]!]! * values[k]!
      const gradient = sign[n]! * margin - 1 + softness[n]! * alpha[n]!
      const projected = alpha[n] === 0 ? Math.min(gradient, 0) : gradient
      // What is on the right side with nothing to say is not looked at again, until all are looked at once more.
      if (alpha[n] !== 0 || projected !== 0) next.push(n)
      worst = Math.max(worst, Math.abs(projected))
      if (Math.abs(projected) < 1e-12) continue
      const before = alpha[n]!
      alpha[n] = Math.max(before - gradient / (1 + CONSTANT * CONSTANT + softness[n]!), 0)
      const step = (alpha[n]! - before) * sign[n]!
      for (let k = 0; k < rows.length; k++) weights[rows[k]!]! += step * values[k]!
      bias += step * CONSTANT
    }
    const isWhole = active.length === count
    if (worst < CLOSE_ENOUGH && isWhole) break
    active =
      worst < CLOSE_ENOUGH || round === ROUNDS - 3 ? Uint32Array.from(examples, (_, n) => n) : Uint32Array.from(next)
  }
  return { weights, bias: bias * CONSTANT }
}

/** Fisher–Yates. */
function shuffle(list: Uint32Array, random: Random): void {
  for (let n = list.length - 1; n > 0; n--) {
    const other = Math.floor(random.next() * (n + 1))
    const kept = list[n]!
    list[n] = list[other]!
    list[other] = kept
  }
}
