import { found } from '../../lib/web/errors.ts'
import { feedRoutes } from '../../lib/web/feed-routes.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { PICTURE, sharePicture } from '../../ui/pictures/share.ts'
import { currentSearch } from '../actions/search.ts'
import { publishedProject } from '../queries/projects.ts'
import { foundProjects } from '../queries/search.ts'
import { conditionsInWords, placeAndTrade, summaryOf } from '../rules/elsewhere.ts'
import { filtersInWords } from '../rules/filter-words.ts'
import { addressOf, filtersFrom } from '../rules/filters.ts'
import { newestOpen } from '../rules/search/answering.ts'

const FEED_ENTRIES = 50

/** What other places show of projects: lists for programs, and the picture beside a link. */
export const elsewhereRoutes: Route[] = [
  ...feedRoutes('/projects', async (call) => {
    const asked = filtersFrom((name) => call.query(name))
    const filters = { ...asked, page: 1, tied: false, over: false, sort: null }
    const ids = newestOpen(await currentSearch(call.deps.db), filters, call.now, FEED_ENTRIES)
    const projects = await call.read((tx) => foundProjects(tx, ids))
    return {
      title: ['めぐりの案件', filtersInWords(filters)].filter(Boolean).join('：'),
      description: 'いま募集中の案件を、新しいものから順に。',
      page: addressOf(filters),
      entries: projects.map((project) => ({
        url: `${call.deps.config.publicUrl}/projects/${project.id}`,
        title: project.title ?? '',
        summary: summaryOf(project),
        published: project.publishedAt!,
      })),
    }
  }),

  get(
    '/projects/:projectId/picture.png',
    anyone,
    async (call) => {
      const project = found(await call.read((tx) => publishedProject(tx, call.id('projectId'))))
      const [above, below] = [placeAndTrade(project), conditionsInWords(project)]
      const picture = await sharePicture({ above, title: project.title ?? '', below })
      return call.c.body(picture, 200, PICTURE.headers)
    },
    PICTURE.options,
  ),
]
