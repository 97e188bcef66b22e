import { found } from '../../lib/web/errors.ts'
import { feedRoutes } from '../../lib/web/feed-routes.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { PICTURE, sharePicture } from '../../ui/pictures/share.ts'
import { openInFull } from '../queries/list.ts'
import { publishedProject } from '../queries/projects.ts'
import { conditionsInWords, placeAndTrade, summaryOf } from '../rules/elsewhere.ts'
import { addressOf, filtersFrom, filtersInWords } from '../rules/filters.ts'

const FEED_ENTRIES = 50

/** What other places show of projects: lists for programs, and the picture beside a link. */
export const elsewhereRoutes: Route[] = [
  ...feedRoutes('/projects', async (call) => {
    const filters = { ...filtersFrom((name) => call.query(name)), page: 1 }
    const projects = await call.read((tx) => openInFull(tx, filters, call.now, FEED_ENTRIES))
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
