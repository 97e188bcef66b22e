import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { member } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { saveDetails } from '../actions/details.ts'
import { NumberTaken } from '../actions/founding.ts'
import { CompanyDetails } from '../pages/details.tsx'
import { companyOf, contactsOf } from '../queries.ts'
import { detailsForm } from '../rules/forms.ts'
import type { Company } from '../schema.ts'
import { TAKEN } from './founding.tsx'

const ADDRESS = '/companies/:companyId/details'

export const details: Route[] = [
  get(ADDRESS, member('companyId'), async (call) => {
    const { company, contacts } = await there(call)
    const { contactName, address, phone, email } = contacts ?? {}
    const values = { ...shown(company), contactName, address, phone, email }
    const { id, version, prefecture } = company
    return call.page(<CompanyDetails {...{ id, version, prefecture, values }} saved={call.query('done') === 'saved'} />)
  }),

  post(ADDRESS, member('companyId'), async (call) => {
    const { company } = await there(call)
    const { id, prefecture } = company
    const { version } = call
    const again = (values: Record<string, string | string[]>, errors: Record<string, string>) =>
      call.page(<CompanyDetails {...{ id, version, prefecture, values, errors }} />, { status: 422 })
    const form = call.form(detailsForm)
    if (!form.ok) return again(form.values, form.errors)
    const saved = call.act(async (act) => {
      await saveDetails(act, id, version, form.data, call.deps.secrets)
      return `/companies/${id}/details?done=saved`
    })
    return saved.catch((error: unknown) => {
      if (!(error instanceof NumberTaken)) throw error
      return again(call.body, { corporateNumber: TAKEN })
    })
  }),
]

function there(call: Call) {
  const id = call.id('companyId')
  return call.read(async (tx) => ({ company: found(await companyOf(tx, id)), contacts: await contactsOf(tx, id) }))
}

function shown(company: Company) {
  const { name, nameKana, corporateNumber, prefecture, municipality, industry, employees, officers, about } = company
  return { name, nameKana, corporateNumber, prefecture, municipality, industry, employees, officers, about }
}
