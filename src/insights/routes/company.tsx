import { found } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { codesOfAll } from '../../projects/queries/projects.ts'
import { CompanyRecord } from '../pages/company.tsx'
import { companyRecord } from '../queries/company.ts'

export const companyRoutes: Route[] = [
  get('/companies/:companyId/record', anyone, async (call) => {
    const id = call.id('companyId')
    const { record, codes } = await call.readAsSystem(async (tx) => {
      const record = found(await companyRecord(tx, id, call.now))
      const open = record.projects.map((project) => project.id)
      return { record, codes: await codesOfAll(tx, open) }
    })
    return call.page(<CompanyRecord {...record} codes={codes} />)
  }),
]
