import { mutual } from '../market/market.ts'
import type { Matrix } from '../market/matrix.ts'
import { drawList, mixtureRecorder } from '../market/mixture.ts'
import { createSorter } from '../market/order.ts'
import { equilibrium } from '../market/transferable.ts'
import { annealed, type Search, steady, welfare } from '../market/welfare.ts'
import { eligible } from './eligibility.ts'
import { greedy } from './greedy.ts'
import type { Lists, Morning } from './morning.ts'

/**
 * Ways to fill the lists of a morning: what one wants; where both say yes; the best mutual pairs first while there is room;
 * `tec-like`; the stable matching with transferable utility; and ours, fair (`alpha`, a half) and from fair to most (`annealed`),
 * which spare whoever is nearly full.
 */
export const PLANNERS = {
  naive: ({ market }: Morning) => inOrder(market.wants),
  product: ({ market }: Morning) => inOrder(mutual(market)),
  greedy,
  'tec-like': (morning: Morning) => inOrder(eligible(morning)),
  tu: ({ market }: Morning) => inOrder(equilibrium(market).matched),
  alpha: (morning: Morning) => mixed(morning, { ...steady(0.5), rounds: ROUNDS }),
  annealed: (morning: Morning) => mixed(morning, annealed(ROUNDS)),
} as const satisfies Record<string, (morning: Morning) => Lists>

export type PlannerName = keyof typeof PLANNERS
export const PLANNER_NAMES = Object.keys(PLANNERS) as PlannerName[]

/** Of a search; a morning is planned for those who are there, and anew the next morning, so a third of what a whole market takes is enough. */
const ROUNDS = 24

export function inOrder(scores: Matrix): Lists {
  const sorter = createSorter(scores.columns)
  return (row) => {
    sorter.scores.set(scores.values.subarray(row * scores.columns, (row + 1) * scores.columns))
    return sorter.sort()
  }
}

/** Ours: each list is drawn from the mixture of the rounds, so that what is seen on average is what was found. */
function mixed({ market, looked, places, openings, hours, wantedHours, random }: Morning, search: Search): Lists {
  const { rows, columns } = market.wants
  const usual = wantedHours.reduce((sum, one) => sum + one, 0) / Math.max(1, columns)
  const left = mixtureRecorder(rows, columns, places)
  welfare(market, looked, search, { capacity: { left: hours.map((one) => one / usual), right: openings }, left })
  const mixture = left.mixture()
  return (row) => {
    let count = 0
    return drawList(mixture, row, () => random(row, count++))
  }
}
