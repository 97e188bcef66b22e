import { structure } from '../../src/challenges/rules/structure.ts'
import { codesOf } from '../../src/challenges/rules/tree.ts'
import { NO_ANSWERS, NO_RECORD, type ProjectFacts } from '../../src/matching/rules/facts.ts'
import { draftFrom } from '../../src/projects/rules/draft.ts'

/** What an owner chooses who leaves the rest of the draft as it is: the usual fee, at a distance or not. */
const FEE = 40_000
const HOURS = 10

/** The project that the product drafts from a worry, the tree taken as it is. */
export function projectFrom(
  worry: string,
  firm: { industry: string; prefecture: number; municipality?: string },
): ProjectFacts {
  const [tree] = structure(worry)
  const outcomes = (tree?.nodes ?? []).filter(({ kind }) => kind === 'outcome').map(({ text }) => text)
  const poster = {
    ...firm,
    municipality: firm.municipality ?? null,
    name: '',
    contactName: null,
    address: null,
    phone: null,
    email: null,
  }
  const draft = draftFrom(poster, { worry, codes: tree ? codesOf(tree) : [], outcomes })
  return {
    ...{ id: 'project', companyId: 'company', open: true, record: NO_RECORD, answers: NO_ANSWERS },
    ...{ title: draft.title, background: draft.background, goal: draft.goal, work: draft.work },
    ...{ industry: firm.industry, prefecture: firm.prefecture, municipality: firm.municipality ?? null },
    ...{ hours: draft.hours ?? HOURS, fee: FEE, style: 'either', travelPaid: true, codes: draft.codes },
  }
}
