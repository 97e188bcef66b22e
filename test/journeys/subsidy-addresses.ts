import type { Town } from '../fixtures/full.ts'
import type { Looks } from './contract-addresses.ts'

/** The pages of subsidies. */
export function subsidyPages({ projects }: Town, craft: string): Record<string, Looks> {
  const page = `${craft}/projects/${projects.published}/subsidies`
  return {
    '/companies/:companyId/projects/:projectId/subsidies': { nakamura: [page, `${page}?travel=30000`] },
  }
}
