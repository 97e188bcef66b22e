/** The probability of a logit, from 0 to 1. */
export function chance(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}
