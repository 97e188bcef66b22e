import { mutual } from '../market/market.ts'
import { type Matrix, transposed } from '../market/matrix.ts'
import { drawList, mixtureRecorder } from '../market/mixture.ts'
import { createSorter } from '../market/order.ts'
import { equilibrium } from '../market/transferable.ts'
import { annealed, type Search, steady, welfare } from '../market/welfare.ts'
import { eligible } from './eligibility.ts'
import { greedy } from './greedy.ts'
import type { Lists, Morning } from './morning.ts'

/**
 * Ways to fill the lists of a morning, of both sides by the same rule: what one wants; where both say yes; the best mutual pairs first while there is room;
 * `tec-like`; the stable matching with transferable utility; and ours, fair (`alpha`, a half) and from fair to most (`annealed`),
 * which spare whoever is nearly full.
 */
export const PLANNERS = {
  naive: ({ market }: Morning) => ({ left: inOrder(market.wants), right: inOrder(market.wanted) }),
  product: ({ market }: Morning) => bothInOrder(mutual(market)),
  greedy,
  'tec-like': (morning: Morning) => bothInOrder(eligible(morning)),
  tu: ({ market }: Morning) => bothInOrder(equilibrium(market).matched),
  alpha: (morning: Morning) => mixed(morning, { ...steady(0.5), rounds: ROUNDS }),
  annealed: (morning: Morning) => mixed(morning, annealed(ROUNDS)),
} as const satisfies Record<string, (morning: Morning) => Lists>

export type PlannerName = keyof typeof PLANNERS
export const PLANNER_NAMES = Object.keys(PLANNERS) as PlannerName[]

/** Of a search; a morning is planned for those who are there, and anew the next morning, so a third of what a whole market takes is enough. */
const ROUNDS = 24

function bothInOrder(scores: Matrix): Lists {
  let right: Lists['right'] | undefined
  return {
    left: inOrder(scores),
    right: (column) => {
      right ??= inOrder(transposed(scores))
      return right(column)
    },
  }
}

function inOrder(scores: Matrix): Lists['left'] {
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
  const [left, right] = [mixtureRecorder(rows, columns, places), mixtureRecorder(columns, rows, places)]
  welfare(market, looked, search, { capacity: { left: hours.map((one) => one / usual), right: openings }, left, right })
  const drawn = (recorded: typeof left, side: 'left' | 'right') => (at: number) => {
    let count = 0
    return drawList(recorded.mixture(), at, () => random[side](at, count++))
  }
  return { left: drawn(left, 'left'), right: drawn(right, 'right') }
}
