/** Fewer people or firms than this are never counted out: a number would give one of them away. */
export const FEWEST_TOLD = 5

/** Somebody, but so few that a number would give them away. */
export function isFew(count: number): boolean {
  return count > 0 && count < FEWEST_TOLD
}

/** A number as it is told to others: in whole fives, so that nobody tells from it who came or went. Null below five. */
export function inFives(count: number): number | null {
  return count < FEWEST_TOLD ? null : count - (count % FEWEST_TOLD)
}
