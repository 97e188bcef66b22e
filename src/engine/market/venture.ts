import { createDraws } from '../simulator/draws.ts'
import type { SparseMarket } from './sparse.ts'

/** Deviation, in logits, of what is believed of a person or a project that nobody has tried yet. */
export type Untried = Readonly<Record<'left' | 'right', number>>
/** By `npm run bench -- newcomers`, decision 046. */
export const UNTRIED: Untried = { left: 0.5, right: 0.5 }

/** After so many trials half of the variance is left: a person is tried by an answer or finished work, a project by a look. */
export const HALF_KNOWN = { left: 4, right: 20 } as const

/** By row or by column: how often each was tried, and a number that names it whoever else is in the market. */
export type Tried = { readonly trials: ArrayLike<number>; readonly names: ArrayLike<number> }

/** In logits, 0 or more: how far above what is believed each row's and each column's odds of a yes are taken. */
export type Ventures = { readonly left: Float64Array; readonly right: Float64Array }

/**
 * What is believed of whoever was tried little may be far off, and whoever is never shown is never tried. So before lists are
 * searched for each is drawn once from what is believed, a normal deviation `untried` · √(half / (half + trials)) around it, and is
 * taken at the draw where that is above the mean: the less is known the further, and never below. A draw belongs to the seed, the
 * side and the name, so that it is the same whoever else is there. Sources: W. R. Thompson, Biometrika 25, 1933; never below the
 * mean: B. C. May, N. Korda, A. Lee, D. S. Leslie, Journal of Machine Learning Research 13, 2012. Throws RangeError for trials or a
 * deviation that are none, and where there are not as many names as trials.
 */
export function venturesOf(
  tried: { readonly left: Tried; readonly right: Tried },
  seed: number,
  untried: Untried = UNTRIED,
): Ventures {
  const draws = createDraws(seed)
  const of = (side: 'left' | 'right') => {
    const { trials, names } = tried[side]
    const most = untried[side]
    if (!(most >= 0 && most < 100)) throw new RangeError(`untried: ${most} is not from 0 to 100`)
    if (names.length !== trials.length) throw new RangeError(`names, ${side}: ${names.length} for ${trials.length}`)
    return Float64Array.from(trials, (count, at) => {
      if (!(count >= 0)) throw new RangeError(`trials, ${side} ${at + 1}: ${count} is not 0 or more`)
      const deviation = most * Math.sqrt(HALF_KNOWN[side] / (HALF_KNOWN[side] + count))
      return deviation * Math.max(0, normal(draws, side === 'left' ? 0 : 1, names[at]!))
    })
  }
  return { left: of('left'), right: of('right') }
}

/**
 * The market as it is taken to be: a column is wanted by all with the odds that its venture multiplies, and so is a row. What cannot be
 * (0) stays so. Throws RangeError where there are not as many ventures as rows or columns.
 */
export function ventured(market: SparseMarket, ventures: Ventures): SparseMarket {
  const { left, right, starts, columns } = market
  for (const [side, count] of Object.entries({ left, right }) as ['left' | 'right', number][])
    if (ventures[side].length !== count)
      throw new RangeError(`ventures, ${side}: ${ventures[side].length} for ${count}`)
  const wants = market.wants.map((likely, pair) => moved(likely, ventures.right[columns[pair]!]!))
  const wanted = market.wanted.slice()
  for (let row = 0; row < left; row++)
    for (let pair = starts[row]!; pair < starts[row + 1]!; pair++)
      wanted[pair] = moved(wanted[pair]!, ventures.left[row]!)
  return { ...market, wants, wanted }
}

/** A probability whose odds are multiplied by e^`by`. */
function moved(likely: number, by: number): number {
  const odds = Math.exp(by) * likely
  return likely === 0 ? 0 : odds / (odds + 1 - likely)
}

/** G. E. P. Box, M. E. Muller, Annals of Mathematical Statistics 29, 1958. */
function normal(draws: ReturnType<typeof createDraws>, side: number, name: number): number {
  return Math.sqrt(-2 * Math.log(1 - draws(0, side, name))) * Math.cos(2 * Math.PI * draws(1, side, name))
}
