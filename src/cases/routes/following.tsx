import { z } from 'zod'
import { memberCompaniesOf } from '../../companies/queries.ts'
import { contractOf } from '../../contracts/queries/one.ts'
import { text } from '../../lib/input.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { signedIn, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { beginFromCase, continueProject } from '../actions/following.ts'
import { BeginFromCase } from '../pages/beginning.tsx'
import { publishedCase } from '../queries/published.ts'
import { startedFrom } from '../rules/following.ts'

const companyForm = z.object({ company: text({ label: '会社', max: 40, required: false }) })

/** What goes on from a case: the next project of the same company, the first of another one. */
export const followingRoutes: Route[] = [
  get('/cases/:caseId/project', signedIn, async (call) => {
    const { row, companies } = await caseAndCompanies(call)
    if (companies.length === 0) return call.go('/companies/new')
    return call.page(<BeginFromCase {...{ row, companies }} background={startedFrom(row).background} />)
  }),

  post('/cases/:caseId/project', signedIn, async (call) => {
    const { row, companies } = await caseAndCompanies(call)
    if (companies.length === 0) return call.go('/companies/new')
    const form = call.form(companyForm)
    const chosen = form.ok ? companies.find(({ id }) => id === form.data.company) : undefined
    if (!chosen) {
      const errors = { company: '会社を選んでください。' }
      const { background } = startedFrom(row)
      return call.page(<BeginFromCase {...{ row, companies, background, errors }} />, { status: 422 })
    }
    return call.act((act) => beginFromCase(act, chosen.id, row), { organisation: chosen.id })
  }),

  post('/companies/:companyId/contracts/:contractId/continuation', tasked('post'), async (call) => {
    const companyId = call.id('companyId')
    const contractId = call.id('contractId')
    const view = found(await call.read((tx) => contractOf(tx, { side: 'company', companyId }, contractId)))
    const isOver = view.state === 'ended' || view.state === 'ended-early'
    if (!isOver || !view.contract.sealedAt) throw new TooLate('続きは、契約が終わってから頼めます。')
    return call.act((act) => continueProject(act, companyId, { projectId: view.contract.projectId, contractId }))
  }),
]

async function caseAndCompanies(call: Call) {
  const id = call.id('caseId')
  return call.read(async (tx) => ({
    row: found(await publishedCase(tx, id)),
    companies: await memberCompaniesOf(tx, call.accountId),
  }))
}
