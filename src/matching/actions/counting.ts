import { bitsOf, countFits } from '../../engine/engine.ts'
import type { Db } from '../../lib/db.ts'
import type { ProjectFacts } from '../rules/facts.ts'
import { alternativesOf, fitWords } from '../rules/fit-counts.ts'
import { projectRecord } from '../rules/records.ts'
import { marketAtHand } from './market.ts'

/**
 * How many people fit a draft as it stands, in words for its company. Whoever hides from the company or acts for it is not
 * among them. Empty while no job code was chosen, and while the market is not made ready: nobody waits for a count.
 */
export async function fittingPeople(db: Db, project: ProjectFacts, now: Date): Promise<string[]> {
  // What is written is not counted, so it need not be read; a draft counts as if it were open.
  const asked = { ...project, open: true, title: null, background: null, goal: null, work: null }
  const query = projectRecord(asked, 0)
  const market = query.codes?.length ? await marketAtHand(db, now) : null
  if (!market) return []
  const out = [...(market.hidden.byCompany.get(project.companyId) ?? [])]
  const blocked = bitsOf(
    market.talents,
    out.flatMap((id) => market.numbers.get(id) ?? []),
  )
  const alternatives = alternativesOf(asked)
  const changes = alternatives.map(({ change }) => change)
  const { now: people, after } = countFits(market.talents, { ...query, blocked }, changes)
  return fitWords(
    people,
    alternatives.map((one, at) => ({ ...one, people: after[at]! })),
  )
}
