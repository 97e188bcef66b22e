import { AT, FACTOR_COUNT } from './factors.ts'
import { fixedTables, highestPoints, POINTS_PER_LOGIT } from './fixed.ts'
import { PRIOR } from './prior.ts'
import type { Yardstick } from './yardstick.ts'

/** A reason must be worth a quarter of a logit. */
export const REASON_POINTS = POINTS_PER_LOGIT / 4
const REASONS = 3

const PRIOR_YARDSTICK: Yardstick = { best: highestPoints(fixedTables(PRIOR)), own: new Int16Array(FACTOR_COUNT) }

/**
 * Reads a row's points: at most three reasons, most points first, and the one doubt: the factor farthest below what a row
 * could get, reasons excepted, so that nothing is praised and doubted at once. Crowding is never either.
 * @param points as `rank` returns them
 * @param yardstick of the query (rankForReading); without it, the maxima of the expert prior
 * @returns indices into FACTORS; doubt is null when every other factor is at its maximum
 */
export function explain(
  points: Int16Array,
  yardstick: Yardstick = PRIOR_YARDSTICK,
): { reasons: number[]; doubt: number | null } {
  if (points.length !== FACTOR_COUNT) {
    throw new RangeError(`points: ${points.length} values, must be ${FACTOR_COUNT}`)
  }
  const shown = Array.from(points.keys()).filter((factor) => factor !== AT.crowding)
  const worth = (factor: number) => points[factor]! - yardstick.own[factor]!
  const shortfall = (factor: number) => yardstick.best[factor]! - points[factor]!
  const reasons = shown
    .filter((factor) => worth(factor) >= REASON_POINTS)
    .sort((a, b) => worth(b) - worth(a) || a - b)
    .slice(0, REASONS)
  const doubts = shown.filter((factor) => !reasons.includes(factor) && shortfall(factor) > 0)
  doubts.sort((a, b) => shortfall(b) - shortfall(a) || a - b)
  return { reasons, doubt: doubts[0] ?? null }
}
