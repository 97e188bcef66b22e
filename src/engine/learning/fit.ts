import { chance } from '../logistic.ts'

/** Chances that came about or not: `bins` holds a bin for each table, example after example. */
export type Examples = {
  readonly bins: Uint8Array
  /**
   * How much of a chance each was, above 0, at most 1: of something in a list, how likely it was looked at. What was not looked at
   * could not be answered.
   */
  readonly attention: Float64Array
  readonly came: Uint8Array
}

/** An additive model in logits: a base, and for each table a value a bin. */
export type Additive = { readonly base: number; readonly curves: readonly (readonly number[])[] }

/**
 * The nearest values a table may have, by weighted squares, all other tables as they are. What it gives must be a projection on a
 * convex set, in which the table's present values are.
 */
export type Shape = (table: number, values: readonly number[], weights: readonly number[], model: Additive) => number[]

const MOST_ROUNDS = 100
/** Ends when in a whole round no value moves by more: eight points of 4096 a logit. */
const STILL = 0.002
const HALVINGS = 12

/**
 * Logistic regression with a penalty of penalty / 2 × squares away from `centre`. Minimises
 * Σ attention · log(1 + e^η) − came · η + penalty, whose solution has as many expected as there were, bin by bin: with P(came) =
 * attention × P(came | looked at) that is without bias, and a place far down counts little either way. Table by table a Newton
 * step, exact for the table because an example is in one bin of it, then into `shape`; half as long until it is better. `start`
 * must be in `shape` too, and changes nothing but the time.
 */
export function fitted(
  { bins, attention, came }: Examples,
  centre: Additive,
  penalty: number,
  shape: Shape,
  start = centre,
): { model: Additive; rounds: number } {
  const count = came.length
  const tables = centre.curves.length
  const curves = start.curves.map((curve) => curve.slice())
  const base = [start.base]
  // Read down, one table after another.
  const columns = curves.map((_, table) => Uint8Array.from({ length: count }, (_, at) => bins[at * tables + table]!))
  const alike = new Uint8Array(count)
  let logits = new Float64Array(count).fill(start.base)
  for (const [table, curve] of curves.entries())
    for (let at = 0; at < count; at++) logits[at]! += curve[columns[table]![at]!]!
  let tried = new Float64Array(count)

  /** Loss of the examples were each value to move by so much; their logits then, in `tried`. */
  const lossAfter = (column: Uint8Array, moves: readonly number[]) => {
    let loss = 0
    for (let at = 0; at < count; at++) {
      const logit = logits[at]! + moves[column[at]!]!
      tried[at] = logit
      loss += attention[at]! * softplus(logit) - came[at]! * logit
    }
    return loss
  }
  let loss = lossAfter(alike, [0])

  /** One step of values, drawn to `mean`; how far the farthest moved. */
  const step = (own: number[], mean: readonly number[], column: Uint8Array, project: Project): number => {
    const gradient = own.map((value, bin) => penalty * (value - mean[bin]!))
    const curvature = own.map(() => penalty)
    for (let at = 0; at < count; at++) {
      const likely = chance(logits[at]!)
      const bin = column[at]!
      gradient[bin]! += attention[at]! * likely - came[at]!
      curvature[bin]! += attention[at]! * likely * (1 - likely)
    }
    const aim = project(
      own.map((value, bin) => value - gradient[bin]! / curvature[bin]!),
      curvature,
    )
    let moves = aim.map((value, bin) => value - own[bin]!)
    const away = (by: readonly number[]) =>
      own.reduce((sum, value, bin) => sum + (penalty / 2) * (value + by[bin]! - mean[bin]!) ** 2, 0)
    const before = loss + away(own.map(() => 0))
    for (let halving = 0; halving < HALVINGS; halving++) {
      const after = lossAfter(column, moves)
      if (after + away(moves) <= before) {
        loss = after
        ;[logits, tried] = [tried, logits]
        for (const [bin, move] of moves.entries()) own[bin]! += move
        return Math.max(...moves.map(Math.abs))
      }
      moves = moves.map((move) => move / 2)
    }
    return 0
  }

  let rounds = 0
  for (let moved = Number.POSITIVE_INFINITY; moved > STILL && rounds < MOST_ROUNDS; rounds++) {
    moved = step(base, [centre.base], alike, (values) => [...values])
    for (const [table, curve] of curves.entries()) {
      const project: Project = (values, weights) => shape(table, values, weights, { base: base[0]!, curves })
      moved = Math.max(moved, step(curve, centre.curves[table]!, columns[table]!, project))
    }
    level(base, curves, centre)
  }
  return { model: { base: base[0]!, curves }, rounds }
}

/**
 * What all bins of a table have more, the base can have less: no example notices, and steps of one table at a time find only slowly
 * what is nearest to the centre. It is known at once.
 */
function level(base: number[], curves: readonly number[][], centre: Additive): void {
  const away = curves.map((curve, table) =>
    curve.reduce((sum, value, bin) => sum + value - centre.curves[table]![bin]!, 0),
  )
  const means = away.reduce((sum, one, table) => sum + one / curves[table]!.length, 0)
  const common = (base[0]! - centre.base + means) / (1 + curves.reduce((sum, curve) => sum + 1 / curve.length, 0))
  for (const [table, curve] of curves.entries()) {
    const shift = (common - away[table]!) / curve.length
    for (let bin = 0; bin < curve.length; bin++) curve[bin]! += shift
  }
  base[0] = centre.base + common
}

type Project = (values: readonly number[], weights: readonly number[]) => number[]

/** log(1 + e^x) without overflow. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))
}
