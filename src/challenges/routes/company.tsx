import { placesOf } from '../../companies/queries.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { beginProject } from '../../projects/actions/drafting.ts'
import { bringToCompany } from '../actions/company.ts'
import { ChooseCompany, OnlyReads } from '../pages/company.tsx'
import { companyChoice } from '../rules/forms.ts'
import { ownCompanies, THERE, viewerOf, worryThere } from './viewing.ts'

const ADDRESS = `${THERE}/company`

/** From the tree to the first question of a company's own project. */
export const company: Route[] = [
  get(ADDRESS, signedIn, async (call) => {
    const { worry } = await worryThere(call, 'write')
    if (worry.companyId) return call.go(`/companies/${worry.companyId}/projects/new?worry=${worry.id}`)
    const companies = await ownCompanies(call)
    const roles = call.query('roles') === 'yes'
    if (companies.length === 0) {
      const [seen] = (await call.read((tx) => placesOf(tx, call.accountId))).filter(({ kind }) => kind === 'company')
      if (seen) return call.page(<OnlyReads worryId={worry.id} company={seen.name} />)
      return call.go(`/companies/new?worry=${worry.id}${roles ? '&roles=yes' : ''}`)
    }
    return call.page(<ChooseCompany worryId={worry.id} companies={companies} roles={roles} />)
  }),

  post(ADDRESS, signedIn, async (call) => {
    const { worry } = await worryThere(call, 'write')
    const form = call.form(companyChoice)
    const companies = await ownCompanies(call)
    const chosen = form.ok ? companies.find(({ id }) => id === form.data.company) : undefined
    if (!chosen) {
      const page = (
        <ChooseCompany
          worryId={worry.id}
          companies={companies}
          roles={call.body.roles === 'yes'}
          values={{}}
          errors={{ company: '会社を選んでください。' }}
        />
      )
      return call.page(page, { status: 422 })
    }
    return call.act(
      async (act) => {
        await bringToCompany(act, viewerOf(call), worry.id, chosen.id)
        // Whoever wants to share it among several first sees the roles.
        if (call.body.roles === 'yes') return `/companies/${chosen.id}/projects/new?worry=${worry.id}`
        return beginProject(act, chosen.id, worry.id)
      },
      { organisation: chosen.id },
    )
  }),
]
