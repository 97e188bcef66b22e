/** Rounded down, and never so few that somebody could be guessed. */
const STEPS = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]

/** 「20人以上」; null for so few that nothing is said. */
export function peopleInWords(count: number): string | null {
  const step = STEPS.findLast((least) => count >= least)
  return step === undefined ? null : `${step}人以上`
}

/** As peopleInWords, where something has to be said: nobody and few are the same. */
export function peopleOrFew(count: number): string {
  return peopleInWords(count) ?? `${STEPS[0]}人未満`
}
