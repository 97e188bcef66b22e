import { type Estimate, estimate } from '../estimate.ts'
import type { Looked } from '../market/examination.ts'
import { checkMarket, type Market } from '../market/market.ts'
import { type Matrix, matrix } from '../market/matrix.ts'
import { createMersenne } from '../market/mersenne.ts'
import { createFlow, reviewOf } from './expected.ts'

/** How likely each applies to each: liking × what is seen of it, at most surely. `toLeft` (n × m) as in exposure.ts. */
export function applyingOf({ wants }: Market, toLeft: Matrix): Matrix {
  const applying = matrix(wants.rows, wants.columns)
  for (let at = 0; at < applying.values.length; at++)
    applying.values[at] = Math.min(1, wants.values[at]! * toLeft.values[at]!)
  return applying
}

/**
 * Expected matches of an application flow by drawing it `runs` times: people apply to what they see, each company goes through
 * those who applied, best liked first, and answers with liking × the attention of the place. Mean and standard error. Throws
 * RangeError when the market or the exposure is none. Source: Su, Bayoumi, Joachims, WWW 2022, arXiv 2106.01941.
 */
export function evaluateFlow(
  market: Market,
  looked: Looked,
  toLeft: Matrix,
  { runs, seed }: { runs: number; seed: number },
): Estimate {
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError(`runs: ${runs} is not a whole number from 1 on`)
  checkFlow(market, looked, toLeft)
  const { rows: n, columns: m } = market.wants
  const applying = applyingOf(market, toLeft)
  const { random } = createMersenne(seed)
  const projects = Array.from({ length: m }, (_, project) => {
    const { order, likes } = reviewOf(market.wanted, project)
    return { likes, applies: Float64Array.from(order, (person) => applying.values[person * m + project]!) }
  })
  const once = () => {
    let matches = 0
    for (const { likes, applies } of projects) {
      for (let at = 0, place = 0; at < n; at++) {
        if (random() >= applies[at]!) continue
        if (random() < likes[at]! * looked.right[place]!) matches++
        place++
      }
    }
    return matches
  }
  return estimate(Float64Array.from({ length: runs }, once))
}

/** The same without drawing, exact up to rounding. */
export function expectedFlow(market: Market, looked: Looked, toLeft: Matrix): number {
  checkFlow(market, looked, toLeft)
  return createFlow(market, looked.right).gains(applyingOf(market, toLeft)).matches
}

/** Throws RangeError with the place of the first number that cannot be. */
export function checkFlow(market: Market, looked: Looked, toLeft?: Matrix): void {
  checkMarket(market)
  const { rows: n, columns: m } = market.wants
  for (const [side, length] of [
    ['left', m],
    ['right', n],
  ] as const) {
    const { [side]: places } = looked
    if (places.length < length) throw new RangeError(`${side}: attention for ${places.length} places of ${length}`)
    const odd = places.findIndex((one) => !(one >= 0 && one < Number.POSITIVE_INFINITY))
    if (odd >= 0) throw new RangeError(`${side}, place ${odd + 1}: ${places[odd]} is no attention`)
    const rising = places.findIndex((one, at) => at > 0 && one > places[at - 1]!)
    if (rising >= 0) throw new RangeError(`${side}, place ${rising + 1}: more attention than for the place before`)
  }
  if (!toLeft) return
  if (toLeft.rows !== n || toLeft.columns !== m)
    throw new RangeError(`${toLeft.rows}×${toLeft.columns} is not the exposure of ${n}×${m}`)
  const odd = toLeft.values.findIndex((one) => !(one >= 0 && one < Number.POSITIVE_INFINITY))
  if (odd >= 0)
    throw new RangeError(`exposure, row ${Math.floor(odd / m) + 1}, column ${(odd % m) + 1}: ${toLeft.values[odd]}`)
}
