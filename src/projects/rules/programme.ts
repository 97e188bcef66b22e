import { covers } from '../../partners/rules/area.ts'
import type { Partner } from '../../partners/schema.ts'
import type { State } from './state.ts'

/** In which a project may become part of a programme. */
export const JOINING: readonly State[] = ['draft', 'submitted', 'returned', 'published', 'closed']

type Place = Parameters<typeof covers>[1]

/** Whether a programme is for this project: by where the work is, or where the company is. */
export function isFor(partner: Pick<Partner, 'prefecture' | 'area'>, project: Place, company: Place): boolean {
  return covers(partner, project) || covers(partner, company)
}
