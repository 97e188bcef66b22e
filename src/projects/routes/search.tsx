import { CaseCard } from '../../cases/pages/card.tsx'
import { publishedCasesIn } from '../../cases/queries/published.ts'
import type { Call } from '../../lib/web/call.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { projectsFor } from '../../matching/actions/market/searching.ts'
import { marketInUse } from '../../matching/actions/market.ts'
import { ownTalentFacts } from '../../matching/queries/talents.ts'
import { programmeTitles } from '../../partners/queries/programmes.ts'
import { CardList } from '../../ui/card-list.tsx'
import { Section } from '../../ui/section.tsx'
import { WatchThis } from '../../watches/pages/button.tsx'
import { watchAt } from '../../watches/queries.ts'
import { addressOfWatched, watchedFilters } from '../../watches/rules/watched.ts'
import { currentSearch } from '../actions/search.ts'
import { ProjectList } from '../pages/list.tsx'
import { codesOfAll } from '../queries/projects.ts'
import { foundProjects } from '../queries/search.ts'
import { addressOf, type Filters, filtersFrom } from '../rules/filters.ts'
import { answer } from '../rules/search/answering.ts'
import type { Seeker } from '../rules/search/question.ts'
import { widerThan } from '../rules/search/wider.ts'

/** So many are put in the order in which they fit; those after them come by their date. */
const FITTING = 400

export const searchRoutes: Route[] = [
  get('/projects', anyone, async (call) => {
    const shelves = await currentSearch(call.deps.db)
    const asked = filtersFrom((name) => call.query(name))
    const seeker = await seekerOf(call, asked)
    const filters = settled(asked, seeker)
    const found = answer(shelves, filters, seeker, call.now)
    const wider = widerThan(shelves, filters, seeker, call.now, found)
    const ids = found.answer.hits.map(({ id }) => id)
    const watched = addressOfWatched({ kind: 'search', filters: watchedFilters(filters) })
    const { projects, codes, cases, watch, programmes } = await call.read(async (tx) => ({
      watch: await watchAt(tx, call.who.account?.id, watched),
      projects: await foundProjects(tx, ids),
      codes: await codesOfAll(tx, ids),
      programmes: await programmeTitles(tx),
      cases: await publishedCasesIn(tx, found.cases),
    }))
    const beside = cases.length > 0 && (
      <Section title="近い事例">
        <CardList columns={3}>
          {cases.map((row) => (
            <CaseCard key={row.id} row={row} level={3} />
          ))}
        </CardList>
      </Section>
    )
    const follow = <WatchThis address={addressOf(filters)} watch={watch} />
    const list = { filters, seeker, found, projects, codes, wider, follow, beside, programmes, now: call.now }
    return call.page(<ProjectList {...list} />)
  }),
]

/** Ties and fit belong to the profile of whoever looks; nobody else's is read. */
async function seekerOf(call: Call, { sort }: Filters): Promise<Seeker> {
  const account = call.who.account
  if (!account) return { tied: null, fitting: [] }
  const talent = await call.read((tx) => ownTalentFacts(tx, account.id))
  if (!talent) return { tied: null, fitting: [] }
  const tied = [...new Set(talent.ties.map(({ prefecture }) => prefecture))].sort((a, b) => a - b)
  if (sort !== 'fit' || talent.codes.length === 0) return { tied, fitting: [] }
  const market = await marketInUse(call.deps.db, call.now)
  const fitting = projectsFor(market, talent, [], FITTING, call.now).map(({ id }) => market.numbers.id(id))
  return { tied, fitting }
}

/** What only somebody with a profile can ask for is left out for everybody else. */
function settled(filters: Filters, { tied }: Seeker): Filters {
  const known = (tied?.length ?? 0) > 0
  return {
    ...filters,
    tied: filters.tied && known,
    sort: filters.sort === 'fit' && tied === null ? null : filters.sort,
  }
}
