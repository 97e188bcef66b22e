import { companyId } from '../../seed/cast.ts'
import type { Town } from '../fixtures/full.ts'
import type { Looks } from './contract-addresses.ts'

/** The pages of cases that hang on no contract: for everybody, for the company whose project found nobody, for the desk. */
export function casePages({ cases, projects }: Town): Record<string, Looks> {
  const own = `/companies/${companyId('craft')}/projects/${projects.unfilled}/case`
  return {
    '/cases': { visitor: ['/cases', '/cases?words=ぬぬぬ', '/cases?outcome=failed'] },
    '/cases/comparison': { visitor: [`/cases/comparison?ids=${cases.published},${cases.draft}`] },
    '/cases/:caseId': { visitor: [`/cases/${cases.published}`] },
    '/cases/:caseId/project': { nakamura: [`/cases/${cases.published}/project`] },
    '/companies/:companyId/projects/:projectId/case': { nakamura: [own] },
    '/companies/:companyId/projects/:projectId/case/withdrawal': { nakamura: [`${own}/withdrawal`] },
    '/desk/cases': { mori: ['/desk/cases'] },
    '/desk/cases/:caseId': { mori: [cases.draft, cases.published].map((id) => `/desk/cases/${id}`) },
  }
}
