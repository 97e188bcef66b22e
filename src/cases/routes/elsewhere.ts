import { found } from '../../lib/web/errors.ts'
import { feedRoutes } from '../../lib/web/feed-routes.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { currentSearch } from '../../projects/actions/search.ts'
import { truncate } from '../../text/truncate.ts'
import { PICTURE, sharePicture } from '../../ui/pictures/share.ts'
import { publishedCase, publishedCasesIn } from '../queries/published.ts'
import { spotInWords } from '../rules/figures.ts'
import { addressOf, filterOf } from '../rules/filter.ts'
import { CASE_OUTCOME_WORDS } from '../rules/outcomes.ts'
import { answerCases } from '../rules/search.ts'

const FEED_ENTRIES = 50
const SUMMARY = 200

/** What other places show of cases: lists for programs, and the picture beside a link. */
export const elsewhereRoutes: Route[] = [
  ...feedRoutes('/cases', async (call) => {
    const filter = filterOf((name) => call.query(name))
    const { ids } = answerCases(await currentSearch(call.deps.db), filter, 0, FEED_ENTRIES)
    const rows = await call.read((tx) => publishedCasesIn(tx, ids))
    return {
      title: 'めぐりの事例',
      description: 'うまくいった話も、いかなかった話も、新しいものから順に。',
      page: addressOf(filter, 1),
      entries: rows.map(({ id, title, problem, result, publishedAt }) => ({
        url: `${call.deps.config.publicUrl}/cases/${id}`,
        title,
        summary: truncate(`${problem} → ${result}`, SUMMARY),
        published: publishedAt!,
      })),
    }
  }),

  get(
    '/cases/:caseId/picture.png',
    anyone,
    async (call) => {
      const row = found(await call.read((tx) => publishedCase(tx, call.id('caseId'))))
      const { title, outcome, figures } = row
      const picture = await sharePicture({
        above: `事例　${spotInWords(row)}`,
        title,
        below: [CASE_OUTCOME_WORDS[outcome], figures.hours, figures.months].filter(Boolean).join('　'),
      })
      return call.c.body(picture, 200, PICTURE.headers)
    },
    PICTURE.options,
  ),
]
