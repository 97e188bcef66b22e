/** Below this the number of people is not told at all. */
const FEW = 30
const STEP = 10

/**
 * How many people there are, as the landing page says it: an exact number would tell an employer that somebody has just
 * begun or ceased to be there. Rounded down to tens.
 */
export function aboutPeople(count: number): { before?: string; value: number; unit: string } {
  if (count < FEW) return { value: FEW, unit: '人未満' }
  return { before: '約', value: count - (count % STEP), unit: '人' }
}
