import { partnerId } from '../../seed/cast.ts'
import type { Town } from '../fixtures/full.ts'
import type { Looks } from './contract-addresses.ts'

/** The pages of subsidies, of the company and of the office. */
export function subsidyPages({ projects, grants }: Town, craft: string): Record<string, Looks> {
  const page = `${craft}/projects/${projects.published}/subsidies`
  return {
    '/companies/:companyId/projects/:projectId/subsidies': { nakamura: [page, `${page}?travel=30000`] },
    '/companies/:companyId/grants/:grantId': { nakamura: grants, chiyo: grants.slice(0, 1) },
    '/partners/:partnerId/subsidies': { koga: [`/partners/${partnerId('town')}/subsidies`] },
  }
}
