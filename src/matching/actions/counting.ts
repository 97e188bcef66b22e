import type { Db } from '../../lib/db.ts'
import type { ProjectFacts } from '../rules/facts.ts'
import { alternativesOf, fitWords } from '../rules/fit-counts.ts'
import { projectRecord } from '../rules/records.ts'
import { countPeople } from './market/searching.ts'
import { asRead } from './market/state.ts'
import { marketAtHand } from './market.ts'

/**
 * How many people fit a draft as it stands, in words for its company. Whoever hides from the company or acts for it is not
 * among them. Empty while no job code was chosen, and while the market is not made ready: nobody waits for a count.
 */
export async function fittingPeople(db: Db, project: ProjectFacts, now: Date): Promise<string[]> {
  // What is written is not counted, so it need not be read; a draft counts as if it were open.
  const asked = { ...project, open: true, title: null, background: null, goal: null, work: null }
  const market = projectRecord(asked, 0).codes?.length ? await marketAtHand(db, now) : null
  if (!market) return []
  const query = projectRecord(asRead(market, asked), 0)
  const alternatives = alternativesOf(asked)
  const changes = alternatives.map(({ change }) => change)
  const out = market.hidden.byCompany.get(project.companyId) ?? []
  const { now: people, after } = await countPeople(market, query, out, changes)
  return fitWords(
    people,
    alternatives.map((one, at) => ({ ...one, people: after[at]! })),
  )
}
