import { publishedCases } from '../../cases/queries/published.ts'
import { publishedStories } from '../../cases/queries/stories.ts'
import { filterOf } from '../../cases/rules/filter.ts'
import { comingEvents } from '../../events/queries/events.ts'
import { NO_FILTERS as ALL_EVENTS } from '../../events/rules/list.ts'
import { municipalityName, PREFECTURES } from '../../lib/regions.ts'
import { today } from '../../lib/time.ts'
import { found } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { programmesFor } from '../../partners/queries/programmes.ts'
import { addressOf, NO_FILTERS } from '../../projects/rules/filters.ts'
import { WatchThis } from '../../watches/pages/button.tsx'
import { watchAt } from '../../watches/queries.ts'
import { MunicipalityPage, PrefecturePage, RegionIndex } from '../pages/regions.tsx'
import { municipalityCounts, projectsOfPlace, regionCounts } from '../queries/regions.ts'

const MOST = { open: 6, over: 10 }
const CASES = 4
const EVENTS = 4

export const regionRoutes: Route[] = [
  get('/regions', anyone, async (call) =>
    call.page(<RegionIndex {...(await call.read((tx) => regionCounts(tx, call.now)))} />),
  ),

  get('/regions/:place', anyone, async (call) => {
    const word = call.param('place')
    const day = today(call.now)
    if (word.length === 5) {
      const code = found(municipalityName(word) === null ? null : word)
      const prefecture = Number(code.slice(0, 2))
      const address = addressOf({ ...NO_FILTERS, prefecture, municipality: code })
      const { watch, ...projects } = await call.read(async (tx) => ({
        ...(await projectsOfPlace(tx, { municipality: code }, call.now, MOST)),
        watch: await watchAt(tx, call.who.account?.id, address),
        events: await comingEvents(tx, { ...ALL_EVENTS, prefecture, municipality: code }, call.now, EVENTS),
        programmes: await programmesFor(tx, { prefecture, municipality: code }, day),
      }))
      const follow = <WatchThis address={address} watch={watch} />
      // A place of which nothing is to be told is for people, not for search engines.
      if (projects.open + projects.over + projects.events.length + projects.programmes.length === 0)
        call.c.header('x-robots-tag', 'noindex')
      return call.page(<MunicipalityPage {...{ code, prefecture, follow, now: call.now, day }} {...projects} />)
    }
    const { id: prefecture } = found(PREFECTURES.find(({ id }) => String(id) === word))
    const address = addressOf({ ...NO_FILTERS, prefecture })
    const { watch, ...seen } = await call.read(async (tx) => ({
      watch: await watchAt(tx, call.who.account?.id, address),
      ...(await projectsOfPlace(tx, { prefecture }, call.now, MOST)),
      stories: await publishedStories(tx, { prefecture, limit: 3 }),
      cases: await publishedCases(tx, { ...filterOf(() => undefined), prefecture }, { size: CASES, number: 1 }),
      events: await comingEvents(tx, { ...ALL_EVENTS, prefecture }, call.now, EVENTS),
      municipalities: await municipalityCounts(tx, prefecture, call.now),
      programmes: await programmesFor(tx, { prefecture, municipality: null }, day),
    }))
    return call.page(
      <PrefecturePage
        {...{ prefecture, now: call.now, day }}
        follow={<WatchThis address={address} watch={watch} />}
        {...seen}
      />,
    )
  }),
]
