import type { Looked } from '../market/examination.ts'
import type { Market } from '../market/market.ts'
import { checkFlow } from './evaluate.ts'

const ROUNDS = 200
/** Places among the applications that get a price; those after them are free, which can only raise what is told. */
const PRICED = 40
/** So many rounds without a lower one, and steps are halved. */
const PATIENCE = 5

/**
 * More matches than this no lists bring, single or drawn, whoever makes them: a proven bound for the application flow. Proof: of
 * those who apply each has one place, and each place one of them, so in one project Σ P(person at place) · answer is at most what
 * it would be if places were sold at any prices ≥ 0: Σ prices + Σ P(applies) · max(0, answer − price). P(applies) is at most liking
 * × what is seen, and what lists bring at most is what sorted lists bring. Prices are brought down by subgradient steps;
 * every round tells a bound, the lowest is given. `reached` is what some lists bring: it sets the length of steps, nothing else.
 * O(rounds · n · m · places).
 */
export function flowBound(market: Market, looked: Looked, reached: number, rounds = ROUNDS): number {
  checkFlow(market, looked)
  const { rows: n, columns: m } = market.wants
  const { values: wants } = market.wants
  const { values: wanted } = market.wanted
  const places = Math.min(n, PRICED)
  const free = looked.right[places] ?? 0
  const prices = new Float64Array(m * places)
  for (let at = 0; at < prices.length; at++) prices[at] = looked.right[at % places]! / 2
  const worth = new Float64Array(m)
  const taken = new Int32Array(m)
  const order = new Uint32Array(m)
  let [lowest, since, length] = [Number.POSITIVE_INFINITY, 0, 1]
  for (let round = 0; round < rounds; round++) {
    let bound = prices.reduce((sum, one) => sum + one, 0)
    const unsold = new Float64Array(prices.length).fill(1)
    for (let person = 0; person < n; person++) {
      for (let project = 0; project < m; project++) {
        const liking = wanted[project * n + person]!
        // A place after the priced ones, or none.
        let [most, place] = [Math.min(1, liking * free), -1]
        for (let at = 0; at < places; at++) {
          const gain = Math.min(1, liking * looked.right[at]!) - prices[project * places + at]!
          if (gain > most) [most, place] = [gain, at]
        }
        worth[project] = wants[person * m + project]! * most
        taken[project] = place
        order[project] = project
      }
      order.sort((a, b) => worth[b]! - worth[a]!)
      for (const [at, project] of order.entries()) {
        bound += worth[project]! * looked.left[at]!
        const place = taken[project]!
        if (place >= 0) unsold[project * places + place]! -= wants[person * m + project]! * looked.left[at]!
      }
    }
    since++
    if (bound < lowest) [lowest, since] = [bound, 0]
    if (since === PATIENCE) [length, since] = [length / 2, 0]
    // Polyak's step towards what is reached, places by how much they are looked at.
    const slope = unsold.reduce((sum, one, at) => sum + one * one * looked.right[at % places]!, 0)
    if (slope === 0) break
    const step = (length * Math.max(0, bound - reached)) / slope
    for (let at = 0; at < prices.length; at++)
      prices[at] = Math.max(0, prices[at]! - step * unsold[at]! * looked.right[at % places]!)
  }
  return n * m === 0 ? 0 : lowest
}
