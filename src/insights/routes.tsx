import { newestCases } from '../cases/queries/published.ts'
import { publishedStories } from '../cases/queries/stories.ts'
import { spotInWords } from '../cases/rules/figures.ts'
import { anyone, demoOnly } from '../lib/web/guard.ts'
import { get, type Route } from '../lib/web/route.ts'
import { readerInUse } from '../matching/queries/meanings.ts'
import { weightsInUse } from '../matching/queries/weights.ts'
import { currentSearch } from '../projects/actions/search.ts'
import { truncate } from '../text/truncate.ts'
import { PICTURE, sharePicture } from '../ui/pictures/share.ts'
import { Styleguide } from '../ui/styleguide.tsx'
import { About } from './pages/about.tsx'
import { AboutPartners } from './pages/about-partners.tsx'
import { AboutRanking } from './pages/about-ranking.tsx'
import { AboutWords } from './pages/about-words.tsx'
import { Landing } from './pages/landing.tsx'
import { newestTerms, standOf } from './queries/landing.ts'
import { companyRoutes } from './routes/company.tsx'
import { figureRoutes } from './routes/figures.tsx'
import { partnerPage, programmeRoutes } from './routes/programmes.tsx'
import { regionRoutes } from './routes/regions.tsx'
import { costInWords, tradesWithCases } from './rules/beginning.ts'
import { explainedWords } from './rules/glossary.ts'

const CASES_ON_LANDING = 3
const OUTCOME_LENGTH = 80

export const routes: Route[] = [
  ...companyRoutes,
  ...regionRoutes,
  ...programmeRoutes,
  ...figureRoutes,

  get(
    '/',
    anyone,
    async (call) => {
      if (call.atPartner !== null) return partnerPage(call, call.atPartner)
      // Only sums and what is published: the same for everybody, whoever asks.
      const { counts, posted, cases, stories } = await call.readAsSystem(async (tx) => ({
        counts: await standOf(tx, call.now),
        posted: await newestTerms(tx),
        cases: await newestCases(tx, CASES_ON_LANDING),
        stories: await publishedStories(tx, { limit: CASES_ON_LANDING }),
      }))
      const shown = cases.map((row) => ({
        href: `/cases/${row.id}`,
        title: row.title,
        from: spotInWords(row),
        outcome: truncate(row.result, OUTCOME_LENGTH),
      }))
      const trades = tradesWithCases(await currentSearch(call.deps.db))
      const cost = costInWords(posted)
      return call.page(<Landing counts={counts} cases={shown} trades={trades} cost={cost} stories={stories} />)
    },
    { atPartners: true },
  ),

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

  // For whoever changes the screens; a real instance has no such address.
  get('/styleguide', demoOnly, (call) => call.page(<Styleguide />)),

  get('/about', anyone, (call) => call.page(<About />)),
  get('/about/partners', anyone, (call) => call.page(<AboutPartners phone={call.deps.config.supportPhone} />)),
  get('/about/words', anyone, (call) => call.page(<AboutWords words={explainedWords()} />)),
  get('/about/ranking', anyone, async (call) => {
    const { weights, reader } = await call.readAsSystem(async (tx) => ({
      weights: (await weightsInUse(tx)).weights,
      reader: (await readerInUse(tx))?.name ?? null,
    }))
    return call.page(<AboutRanking {...{ weights, reader }} />)
  }),
]
