import { noteCall } from '../../applications/actions/promise.ts'
import { unverifyCompany, verifyCompany } from '../../companies/actions/verification.ts'
import { isId } from '../../lib/ids.ts'
import type { Call } from '../../lib/web/call.ts'
import { NotThere } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { post, type Route } from '../../lib/web/route.ts'

const PATH = '/desk/companies/:companyId/verification'

/** A company that the desk makes sure of, on the page of the project with which it came. */
export const companyRoutes: Route[] = [
  post(PATH, operator, (call) =>
    call.act(async (act) => {
      await verifyCompany(act, call.id('companyId'), call.version)
      return projectPage(call)
    }),
  ),

  post(`${PATH}/cancellation`, operator, (call) =>
    call.act(async (act) => {
      await unverifyCompany(act, call.id('companyId'))
      return projectPage(call)
    }),
  ),

  post('/desk/companies/:companyId/promise-call', operator, (call) =>
    call.act(async (act) => {
      await noteCall(act, call.id('companyId'))
      return '/desk'
    }),
  ),
]

function projectPage(call: Call): string {
  const id = call.query('project') ?? ''
  if (!isId(id)) throw new NotThere()
  return `/desk/projects/${id}`
}
