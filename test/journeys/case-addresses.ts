import { companyId } from '../../seed/cast.ts'
import type { Town } from '../fixtures/full.ts'
import type { Looks } from './contract-addresses.ts'

/** Of stories, what is no page. */
export const NO_STORY_PAGES: Readonly<Record<string, string>> = {
  '/stories.atom': 'for readers of feeds',
  '/stories.feed.json': 'for readers of feeds',
  '/stories/:caseId/photo': 'a picture',
  '/stories/:caseId/picture.png': 'a picture',
  '/desk/cases/:caseId/story/photo': 'a picture',
  '/companies/:companyId/contracts/:contractId/case/story/photo': 'a picture',
  '/companies/:companyId/projects/:projectId/case/story/photo': 'a picture',
  '/me/contracts/:contractId/case/story/photo': 'a picture',
}

/** The pages of cases that hang on no contract: for everybody, for the company whose project found nobody, for the desk. */
export function casePages({ cases, projects }: Town): Record<string, Looks> {
  const own = `/companies/${companyId('craft')}/projects/${projects.unfilled}/case`
  return {
    '/cases': { visitor: ['/cases', '/cases?words=ぬぬぬ', '/cases?outcome=failed'] },
    '/cases/comparison': { visitor: [`/cases/comparison?ids=${cases.published},${cases.draft}`] },
    '/cases/:caseId': { visitor: [`/cases/${cases.published}`] },
    '/stories': { visitor: ['/stories'] },
    '/stories/:caseId': { visitor: [`/stories/${cases.published}`] },
    '/cases/:caseId/project': { nakamura: [`/cases/${cases.published}/project`] },
    '/companies/:companyId/projects/:projectId/case': { nakamura: [own] },
    '/companies/:companyId/projects/:projectId/case/withdrawal': { nakamura: [`${own}/withdrawal`] },
    '/desk/cases': { mori: ['/desk/cases'] },
    '/desk/cases/:caseId': { mori: [cases.draft, cases.published].map((id) => `/desk/cases/${id}`) },
  }
}
