import { type Narrowed, searchRows } from '../../engine/engine.ts'
import type { Db } from '../../lib/db.ts'
import type { ProjectFacts } from '../rules/facts.ts'
import { MOST_PAGES, PEOPLE_PAGE, type PeopleFilters } from '../rules/people-filters.ts'
import { narrowingOf, type PeopleWord } from '../rules/people-search.ts'
import { projectRecord } from '../rules/records.ts'
import { asRead } from './market/state.ts'
import { marketInUse } from './market.ts'

type FoundPeople = Narrowed & {
  /** Of the page that is looked at, in order. */
  readonly people: readonly { readonly talentId: string; readonly points: Int16Array }[]
  readonly hasMore: boolean
  readonly weights: string
}

/**
 * The people of one page of a company's search. Whoever hides from the company, works for it or is among `without` is as if
 * they were not there: in the list, and in every count.
 */
export async function searchPeople(
  db: Db,
  project: ProjectFacts,
  filters: PeopleFilters,
  words: readonly PeopleWord[],
  without: readonly string[],
  now: Date,
): Promise<FoundPeople> {
  const market = await marketInUse(db, now)
  const { numbers, hidden, talents } = market
  const out = [...(hidden.byCompany.get(project.companyId) ?? []), ...without]
  const from = (filters.page - 1) * PEOPLE_PAGE
  const found = await searchRows(talents, {
    narrowing: narrowingOf(filters, words),
    // A draft is compared as if it were open.
    query: projectRecord(asRead(market, { ...project, open: true }), 0),
    hidden: out.flatMap((id) => numbers.get(id) ?? []),
    by: filters.sort === 'new' ? 'newest' : 'fit',
    k: MOST_PAGES * PEOPLE_PAGE + 1,
  })
  const page = found.ranked.slice(from, from + PEOPLE_PAGE)
  return {
    ...found,
    people: page.map(({ id, points }) => ({ talentId: numbers.id(id), points })),
    hasMore: filters.page < MOST_PAGES && found.ranked.length > from + PEOPLE_PAGE,
    weights: market.weights.name,
  }
}
