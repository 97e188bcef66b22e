import type { Looked } from './examination.ts'
import { type Exposure, envy, expectedMatches } from './exposure.ts'
import { checkMarket, type Market } from './market.ts'
import { naive, product } from './simple.ts'
import { transferable } from './transferable.ts'
import { annealed, steady, welfare } from './welfare.ts'

/**
 * Ways to fill everybody's list: what one wants; where both say yes; transferable utility; most matches; nobody left out; between
 * the two (`alpha`); and from fair to most while searching (`annealed`, ours).
 */
export const METHODS = ['naive', 'product', 'tu', 'sw', 'nsw', 'alpha', 'annealed'] as const
export type Method = (typeof METHODS)[number]

export type Solved = {
  readonly exposure: Exposure
  /** Expected matches of the whole market. */
  readonly matches: number
  /** Rounds of the search; 0 where there is none. */
  readonly rounds: number
  readonly envy: { readonly left: number; readonly right: number }
}

export type SolveOptions = {
  /** For `alpha`: from 0 (nobody is left out) to 1 (most matches). */
  readonly alpha?: number | undefined
  /** For `annealed`. */
  readonly rounds?: number | undefined
}

/**
 * Lists for a whole market by one method, and what they bring. `looked.left` has a number for each project, `looked.right` for each
 * professional. Throws RangeError when the market is none. An empty side has no matches and no envy.
 */
export function solve(market: Market, looked: Looked, method: Method, options: SolveOptions = {}): Solved {
  checkMarket(market)
  const { exposure, rounds } = SOLVERS[method](market, looked, options)
  return { exposure, rounds, matches: expectedMatches(market, exposure), envy: envy(market, exposure) }
}

type Solver = (market: Market, looked: Looked, options: SolveOptions) => { exposure: Exposure; rounds: number }

const SOLVERS: Readonly<Record<Method, Solver>> = {
  naive: (market, looked) => ({ exposure: naive(market, looked), rounds: 0 }),
  product: (market, looked) => ({ exposure: product(market, looked), rounds: 0 }),
  tu: transferable,
  sw: (market, looked) => welfare(market, looked, steady(1)),
  nsw: (market, looked) => welfare(market, looked, steady(0)),
  alpha: (market, looked, { alpha = 1 }) => welfare(market, looked, steady(alpha)),
  annealed: (market, looked, { rounds }) => welfare(market, looked, annealed(rounds)),
}
