import { industryName } from '../companies/rules/industries.ts'
import { prefectureName } from '../lib/regions.ts'
import { today } from '../lib/time.ts'
import type { Call } from '../lib/web/call.ts'
import { anyone, demoOnly } from '../lib/web/guard.ts'
import { get, type Route } from '../lib/web/route.ts'
import { formatOf, sheetAnswer } from '../lib/web/sheet-answer.ts'
import { readerInUse } from '../matching/queries/meanings.ts'
import { weightsInUse } from '../matching/queries/weights.ts'
import { truncate } from '../text/truncate.ts'
import { PICTURE, sharePicture } from '../ui/pictures/share.ts'
import { Styleguide } from '../ui/styleguide.tsx'
import { About } from './pages/about.tsx'
import { AboutPartners } from './pages/about-partners.tsx'
import { AboutRanking } from './pages/about-ranking.tsx'
import { Landing } from './pages/landing.tsx'
import { MatchPage } from './pages/matches.tsx'
import { newestCases, standOf } from './queries/landing.ts'
import { matchCounts } from './queries/matches.ts'
import { companyRoutes } from './routes/company.tsx'
import { programmeRoutes } from './routes/programmes.tsx'
import { regionRoutes } from './routes/regions.tsx'
import { monthsOver, publishedMatches } from './rules/matches.ts'
import { LABELS, TABLES, type TableName } from './rules/tables.ts'

const CASES_ON_LANDING = 3
const OUTCOME_LENGTH = 80

export const routes: Route[] = [
  ...companyRoutes,
  ...regionRoutes,
  ...programmeRoutes,

  get('/', anyone, async (call) => {
    // Only sums and what is published: the same for everybody, whoever asks.
    const { counts, cases } = await call.readAsSystem(async (tx) => ({
      counts: await standOf(tx, call.now),
      cases: await newestCases(tx, CASES_ON_LANDING),
    }))
    const shown = cases.map(({ id, title, result, prefecture, industry }) => ({
      href: `/cases/${id}`,
      title,
      from: `${prefectureName(prefecture)}　${industryName(industry)}`,
      outcome: truncate(result, OUTCOME_LENGTH),
    }))
    return call.page(<Landing counts={counts} cases={shown} />)
  }),

  get(
    '/picture.png',
    anyone,
    async (call) =>
      call.c.body(
        await sharePicture({
          above: '副業で、地方の会社を手伝う',
          title: 'その困りごと、詳しい人がいます',
          below: '困りごとから、人へ。学んだことは、つぎの会社へ。',
        }),
        200,
        PICTURE.headers,
      ),
    PICTURE.options,
  ),

  get('/insights', anyone, async (call) => {
    const map = call.query('map') === 'tiles' ? 'tiles' : 'shapes'
    return call.page(<MatchPage matches={await matchesOf(call)} day={today(call.now)} map={map} />)
  }),

  table('/insights/matches.csv', 'matches'),
  table('/insights/prefectures.csv', 'prefectures'),
  table('/insights/flows.csv', 'flows'),

  // For whoever changes the screens; a real instance has no such address.
  get('/styleguide', demoOnly, (call) => call.page(<Styleguide />)),

  get('/about', anyone, (call) => call.page(<About />)),
  get('/about/partners', anyone, (call) => call.page(<AboutPartners phone={call.deps.config.supportPhone} />)),
  get('/about/ranking', anyone, async (call) => {
    const { weights, reader } = await call.readAsSystem(async (tx) => ({
      weights: (await weightsInUse(tx)).weights,
      reader: (await readerInUse(tx))?.name ?? null,
    }))
    return call.page(<AboutRanking {...{ weights, reader }} />)
  }),
]

/** The contracts of everybody are read here and nowhere else; what leaves are sums with the small ones withheld. */
async function matchesOf(call: Call) {
  const { months, end } = monthsOver(call.now)
  return publishedMatches(await call.readAsSystem((tx) => matchCounts(tx, months[0]!, end)), months)
}

function table(path: `/insights/${string}.csv`, name: TableName): Route {
  return get(path, anyone, async (call) => {
    const [heads = [], ...rows] = TABLES[name](await matchesOf(call))
    const last = heads.length - 1
    const columns = heads.map((head, at) => ({ head: String(head), kind: at === last ? 'number' : 'text' }) as const)
    return sheetAnswer(call, { title: LABELS[name], columns, rows, notes: [] }, formatOf(call) ?? 'csv')
  })
}
