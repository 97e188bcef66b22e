import type { Looked } from '../market/examination.ts'
import type { Market } from '../market/market.ts'
import { type Matrix, matrix } from '../market/matrix.ts'
import { applyingOf, checkFlow } from './evaluate.ts'
import { createFlow } from './expected.ts'

export const FLOW_ROUNDS = 40
export const FLOW_SWEEPS = 10
/** A sweep over everybody that adds less, as a share of all matches, is the last. */
const LITTLE = 1e-5

export type FlowLists = {
  /** By person, projects best first: one list each. */
  readonly lists: readonly Uint32Array[]
  readonly exposure: Matrix
  /** Expected, exactly. */
  readonly matches: number
  readonly sweeps: number
}

/**
 * Lists for people that bring most matches when people apply and companies go through the applications in an order of their own
 * (ours; the published method, arXiv 2106.01941, follows the expected place and asks a solver). Two parts. First Frank–Wolfe
 * rounds for all at once, from lists in every order alike: what one more application brings is exact (expected.ts), and places
 * count alike for all projects, so the best list is that of a sort. Then one after another: since whether somebody applies enters
 * linearly, the best list of one person, all others as they are, is again a sort, and no mixture of lists is better; each step
 * can only raise the matches. It ends where nobody alone can be shown anything better: a local maximum, not proven the highest.
 */
export function flowLists(
  market: Market,
  looked: Looked,
  { rounds = FLOW_ROUNDS, sweeps = FLOW_SWEEPS } = {},
): FlowLists {
  checkFlow(market, looked)
  if (!(rounds >= 0)) throw new RangeError(`rounds: ${rounds} is not from 0 on`)
  if (!(sweeps >= 1)) throw new RangeError(`sweeps: ${sweeps} is not from 1 on`)
  // From place to place there is never more (checkFlow).
  if (looked.left[1]! > 1) throw new RangeError('left: only the first place may be more than sure')
  const { rows: n, columns: m } = market.wants
  const flow = createFlow(market, looked.right)
  const bestOf = (person: number, gains: Float64Array) =>
    bestList(market.wants.values.subarray(person * m, (person + 1) * m), gains, looked.left)
  const exposure = alike(n, m, looked.left)
  for (let round = 0; round < rounds; round++) {
    const step = 2 / (round + 2)
    const { gains } = flow.gains(applyingOf(market, exposure))
    for (let person = 0; person < n; person++) {
      const best = bestOf(person, gains.values.subarray(person * m, (person + 1) * m))
      for (const [place, project] of best.entries()) {
        const at = person * m + project
        exposure.values[at] = (1 - step) * exposure.values[at]! + step * looked.left[place]!
      }
    }
  }
  const applying = applyingOf(market, exposure)
  const lists: Uint32Array[] = []
  let matches = 0
  let swept = 0
  for (let more = Number.POSITIVE_INFINITY; swept < sweeps && more > LITTLE * matches; swept++) {
    for (let person = 0; person < n; person++) {
      lists[person] = bestOf(person, flow.gainsOf(applying, person))
      for (const [place, project] of lists[person]!.entries()) {
        const at = person * m + project
        exposure.values[at] = looked.left[place]!
        applying.values[at] = Math.min(1, market.wants.values[at]! * looked.left[place]!)
      }
    }
    const now = flow.gains(applying).matches
    more = now - matches
    matches = now
  }
  return { lists, exposure, matches, sweeps: swept }
}

/**
 * Columns so that Σ min(1, wants · attention) · gains is highest: by wants · gains. Where the first place is looked at more than
 * surely, what somebody wants very much gains nothing from it; so everyone is tried there, before the others in order.
 */
export function bestList(wants: Float64Array, gains: Float64Array, attention: Float64Array): Uint32Array {
  const worth = wants.map((want, at) => want * gains[at]!)
  const order = Uint32Array.from(worth, (_, at) => at).sort((a, b) => worth[b]! - worth[a]! || a - b)
  if (!(attention[0]! > 1)) return order
  const first = (at: number) => Math.min(1, wants[at]! * attention[0]!) * gains[at]!
  // What those bring that stand before the one that goes to the front, one place later, and those behind, at their places.
  let [before, behind] = [0, order.reduce((sum, at, place) => sum + worth[at]! * attention[place]!, 0)]
  let [chosen, most] = [0, Number.NEGATIVE_INFINITY]
  for (const [place, at] of order.entries()) {
    behind -= worth[at]! * attention[place]!
    const all = first(at) + before + behind
    if (all > most) [chosen, most] = [place, all]
    before += worth[at]! * (attention[place + 1] ?? 0)
  }
  const front = order[chosen]!
  order.copyWithin(1, 0, chosen)
  order[0] = front
  return order
}

function alike(n: number, m: number, attention: Float64Array): Matrix {
  const made = matrix(n, m)
  made.values.fill(attention.subarray(0, m).reduce((sum, one) => sum + one, 0) / Math.max(1, m))
  return made
}
