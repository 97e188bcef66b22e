import type { Examination } from './examination.ts'
import type { Method } from './methods.ts'

/** A figure of others on a market that anybody can draw, for the test beside and for `npm run bench -- golden`. */
export type Golden = {
  readonly market: readonly [n: number, m: number, crowding: number, seed: number]
  readonly look: Examination
  readonly method: Method
  readonly alpha?: number
  readonly matches: number
  /** How far ours may be from it. */
  readonly within: number
  readonly rounds?: number
  readonly envy?: { readonly left: number; readonly right: number }
}

const CLOSE = 1e-5
/** The published ones come from a solver that is not exact; where two gains are almost equal it may order them otherwise. */
const INEXACT = 1e-4
/** Published to four places. */
const ROUNDED = 1e-4

const common = { market: [30, 20, 0.5, 0], look: 'inv', within: CLOSE } as const
const crowded = (seed: number) => ({ market: [20, 20, 0.8, seed], look: 'log' }) as const

/** Sources: Tomita & Yokoyama, RecSys 2024, arXiv 2409.00720, and its public code. */
export const GOLDEN: readonly Golden[] = [
  { ...common, method: 'naive', matches: 6.097606001793401, rounds: 0, envy: { left: 383, right: 172 } },
  { ...common, method: 'product', matches: 13.214715194901732, rounds: 0, envy: { left: 211, right: 81 } },
  { ...common, method: 'tu', matches: 15.447528483780438, rounds: 36, envy: { left: 63, right: 10 } },
  { ...common, method: 'sw', matches: 16.509633287, rounds: 53, envy: { left: 28, right: 7 } },
  { ...common, method: 'nsw', matches: 15.762271452, rounds: 42, envy: { left: 0, right: 0 } },
  ...[20.094580401, 19.835979211, 19.425534753, 19.949377435, 20.167697906].map(
    (matches, seed): Golden => ({ ...crowded(seed), method: 'sw', matches, within: CLOSE }),
  ),
  ...[17.743093052, 17.52258375, 17.044119451, 17.287982989, 17.803293707].map(
    (matches, seed): Golden => ({ ...crowded(seed), method: 'nsw', matches, within: INEXACT }),
  ),
  ...[17.7431, 18.5918, 19.3535, 19.8361, 20.1094, 20.0946].map(
    (matches, fifth): Golden => ({ ...crowded(0), method: 'alpha', alpha: fifth / 5, matches, within: ROUNDED }),
  ),
]

/** What a figure is of, in a line. */
export function told({ market: [n, m, crowding, seed], look, method, alpha }: Golden): string {
  return `${n} × ${m}, crowding ${crowding}, seed ${seed}, ${look}, ${method}${alpha === undefined ? '' : ` ${alpha}`}`
}
