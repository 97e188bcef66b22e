import type { Act } from '../../lib/act.ts'
import { found } from '../../lib/web/errors.ts'
import { posterOf } from '../queries/poster.ts'
import { STEPS } from '../rules/steps.ts'
import { draftFromCode } from '../rules/template.ts'
import { draftProject } from './drafting.ts'

/** A new draft of a company from a job code; the address of its first question. */
export async function beginFromCode(act: Act, companyId: string, code: string): Promise<string> {
  const poster = found(await posterOf(act.tx, companyId))
  const id = await draftProject(act, companyId, draftFromCode(poster, code), null)
  return `/companies/${companyId}/projects/${id}/draft/${STEPS[0].step}`
}
