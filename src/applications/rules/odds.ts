/** How applications for one kind of work were answered. */
export type OddsFigures = {
  /** Applications that were answered, by a wish to work together or by a no. */
  readonly answered: number
  /** Those of them to which the company said that it would like this person. */
  readonly wanted: number
  /** Different people behind them. */
  readonly people: number
}

/** So many different people, or nothing is said. */
export const LEAST_PEOPLE = 5
export const ODDS_YEARS = 2

/** What is usual for a kind of work, with the two numbers that it comes from; null where they would tell of single people. */
export function oddsInWords(work: string, { answered, wanted, people }: OddsFigures): string | null {
  if (people < LEAST_PEOPLE) return null
  return `「${work}」の案件では、この${ODDS_YEARS}年に返事のあった応募${answered}件のうち、${wanted}件が「お願いしたい」でした。あなたの見込みではなく、いままでの数です。`
}
