import { type Eligibility, eligibilityOf } from './eligibility.ts'
import type { Question } from './question.ts'
import { subsidies } from './subsidies.ts'
import { type EnteredYear, subsidyOn } from './years.ts'

const ORDER: Readonly<Record<Eligibility['answer'], number>> = { yes: 0, 'last-year': 1, later: 2, no: 3 }

/** Every subsidy for this question: of the region and of elsewhere; first what can be used, the most first. */
export function answersTo(
  question: Question,
  years: readonly EnteredYear[],
): { here: Eligibility[]; elsewhere: Eligibility[] } {
  const all = subsidies().map((subsidy) => eligibilityOf(subsidyOn(subsidy, years, question.today), question))
  const isHere = ({ findings }: Eligibility) =>
    !findings.some(({ rule, verdict }) => rule === 'area' && verdict === 'no')
  const here = all.filter(isHere)
  here.sort((a, b) => ORDER[a.answer] - ORDER[b.answer] || b.amount.yen - a.amount.yen)
  return { here, elsewhere: all.filter((one) => !isHere(one)) }
}
