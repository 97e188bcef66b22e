import { found } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { codesOfAll } from '../../projects/queries/projects.ts'
import { WatchThis } from '../../watches/pages/button.tsx'
import { watchAt } from '../../watches/queries.ts'
import { CompanyRecord } from '../pages/company.tsx'
import { companyRecord } from '../queries/company.ts'

export const companyRoutes: Route[] = [
  get('/companies/:companyId/record', anyone, async (call) => {
    const id = call.id('companyId')
    const address = `/companies/${id}/record`
    const { record, codes, watch } = await call.readAsSystem(async (tx) => {
      const record = found(await companyRecord(tx, id, call.now))
      const open = record.projects.map((project) => project.id)
      return {
        ...{ record, codes: await codesOfAll(tx, open) },
        watch: await watchAt(tx, call.who.account?.id, address),
      }
    })
    return call.page(<CompanyRecord {...record} codes={codes} follow={<WatchThis address={address} watch={watch} />} />)
  }),
]
