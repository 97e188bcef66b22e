import { z } from 'zod'
import { memberCompaniesOf, placesOf } from '../../companies/queries.ts'
import type { Leaf } from '../../jobcodes/rules/release.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { text } from '../../lib/input.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { beginFromCode } from '../actions/templating.ts'
import { BeginFromCode, NotForReaders } from '../pages/template.tsx'
import { templateCode } from '../rules/template.ts'

const PATH = '/job-codes/:code/project'
const companyForm = z.object({ company: text({ label: '会社', max: 40, required: false }) })

/** 「この仕事で案件を書きはじめる」: a draft that a job code is the template of. */
export const templateRoutes: Route[] = [
  get(PATH, signedIn, async (call) => {
    const leaf = leafThere(call)
    const companies = await call.read((tx) => memberCompaniesOf(tx, call.accountId))
    if (companies.length > 0) return call.page(<BeginFromCode leaf={leaf} companies={companies} />)
    const [seen] = (await call.read((tx) => placesOf(tx, call.accountId))).filter(({ kind }) => kind === 'company')
    if (seen) return call.page(<NotForReaders leaf={leaf} company={seen.name} />)
    return call.go(`/companies/new?code=${leaf.id}`)
  }),

  post(PATH, signedIn, async (call) => {
    const leaf = leafThere(call)
    const form = call.form(companyForm)
    const companies = await call.read((tx) => memberCompaniesOf(tx, call.accountId))
    const chosen = form.ok ? companies.find(({ id }) => id === form.data.company) : undefined
    if (companies.length === 0) return call.go(`/companies/new?code=${leaf.id}`)
    if (!chosen) {
      const errors = { company: '会社を選んでください。' }
      return call.page(<BeginFromCode {...{ leaf, companies, errors }} />, { status: 422 })
    }
    return call.act((act) => beginFromCode(act, chosen.id, leaf.id), { organisation: chosen.id })
  }),
]

function leafThere(call: Call): Leaf {
  return found(jobCodes().leaf(found(templateCode(call.param('code')))))
}
