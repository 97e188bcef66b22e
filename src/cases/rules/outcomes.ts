import { OUTCOME_WORDS, OUTCOMES } from '../../works/rules/reviews.ts'

/** How it came out: what both said of a finished contract, or where it ended before. */
export const CASE_OUTCOMES = [...OUTCOMES, 'early', 'unfilled', 'withdrawn'] as const
export type CaseOutcome = (typeof CASE_OUTCOMES)[number]

export const CASE_OUTCOME_WORDS: Readonly<Record<CaseOutcome, string>> = {
  ...OUTCOME_WORDS,
  early: '途中で終わった',
  unfilled: '人が決まらなかった',
  withdrawn: '募集を取りやめた',
}

const WELL: readonly CaseOutcome[] = ['reached', 'partly']

/** What did not work out has causes, too. */
export const FAILED: readonly CaseOutcome[] = CASE_OUTCOMES.filter((outcome) => !WELL.includes(outcome))

export function isFailed(outcome: CaseOutcome): boolean {
  return FAILED.includes(outcome)
}
